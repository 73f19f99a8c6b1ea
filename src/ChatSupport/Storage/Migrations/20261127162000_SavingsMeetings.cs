using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatSupport.Storage.Migrations
{
    /// <inheritdoc />
    public partial class SavingsMeetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "savings_attendance",
                columns: table => new
                {
                    meeting = table.Column<string>(type: "TEXT", nullable: false),
                    member = table.Column<string>(type: "TEXT", nullable: false),
                    here = table.Column<bool>(type: "INTEGER", nullable: true),
                    refusals = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_attendance", x => new { x.meeting, x.member });
                });

            migrationBuilder.CreateTable(
                name: "savings_corrections",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    entry = table.Column<long>(type: "INTEGER", nullable: false),
                    meeting = table.Column<string>(type: "TEXT", nullable: false),
                    leader = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    declined_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_corrections", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "savings_counts",
                columns: table => new
                {
                    meeting = table.Column<string>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<long>(type: "INTEGER", nullable: false),
                    pieces = table.Column<long>(type: "INTEGER", nullable: false),
                    counted_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_counts", x => new { x.meeting, x.currency, x.note });
                    table.CheckConstraint("CK_savings_counts_currency", "currency IN ('KHR', 'USD')");
                    table.CheckConstraint("CK_savings_counts_numbers", "typeof(note) = 'integer' AND typeof(pieces) = 'integer' AND note >= 0 AND pieces BETWEEN 0 AND 100000 AND (note = 0) = (pieces = 0)");
                });

            migrationBuilder.CreateTable(
                name: "savings_handovers",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    leader = table.Column<string>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    taken_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_handovers", x => x.id);
                    table.CheckConstraint("CK_savings_handovers_amount", "typeof(amount) = 'integer' AND amount > 0");
                    table.CheckConstraint("CK_savings_handovers_by", "(state IN ('Taken', 'Refused')) = (taken_by IS NOT NULL) AND COALESCE(taken_by <> leader, 1)");
                    table.CheckConstraint("CK_savings_handovers_currency", "currency IN ('KHR', 'USD')");
                    table.CheckConstraint("CK_savings_handovers_state", "state IN ('Offered', 'Taken', 'Refused', 'Kept')");
                });

            migrationBuilder.CreateTable(
                name: "savings_leaders",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    group_id = table.Column<string>(type: "TEXT", nullable: false),
                    conversation = table.Column<string>(type: "TEXT", nullable: true),
                    link_hash = table.Column<string>(type: "TEXT", nullable: true),
                    link_until = table.Column<long>(type: "INTEGER", nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    left_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_leaders", x => x.id);
                    table.ForeignKey(
                        name: "FK_savings_leaders_savings_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "savings_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "savings_meetings",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    group_id = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    opener = table.Column<string>(type: "TEXT", nullable: true),
                    closer = table.Column<string>(type: "TEXT", nullable: true),
                    confirmed_by = table.Column<string>(type: "TEXT", nullable: true),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_meetings", x => x.id);
                    table.CheckConstraint("CK_savings_meetings_closer", "(state = 'Closed') = (closer IS NOT NULL) AND (state = 'Closed') = (closed_at IS NOT NULL)");
                    table.CheckConstraint("CK_savings_meetings_confirmed", "confirmed_by IS NULL OR (state = 'Closed' AND confirmed_by <> closer)");
                    table.CheckConstraint("CK_savings_meetings_opener", "state IN ('Planned', 'Cancelled') OR (opener IS NOT NULL AND opened_at IS NOT NULL)");
                    table.CheckConstraint("CK_savings_meetings_state", "state IN ('Planned', 'Open', 'Counted', 'Closed', 'Cancelled')");
                    table.ForeignKey(
                        name: "FK_savings_meetings_savings_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "savings_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_savings_entries_link",
                table: "savings_entries",
                column: "link",
                filter: "link IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_savings_corrections_entry",
                table: "savings_corrections",
                column: "entry",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_savings_handovers_offered",
                table: "savings_handovers",
                columns: new[] { "leader", "currency" },
                unique: true,
                filter: "state = 'Offered'");

            migrationBuilder.CreateIndex(
                name: "IX_savings_leaders_conversation",
                table: "savings_leaders",
                column: "conversation",
                unique: true,
                filter: "conversation IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_savings_leaders_group_id",
                table: "savings_leaders",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "IX_savings_leaders_link_hash",
                table: "savings_leaders",
                column: "link_hash",
                unique: true,
                filter: "link_hash IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_savings_meetings_group_id_day",
                table: "savings_meetings",
                columns: new[] { "group_id", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_savings_meetings_running",
                table: "savings_meetings",
                column: "group_id",
                unique: true,
                filter: "state IN ('Open', 'Counted')");

            // What the program decides, the database holds as well: also for other programs and tools, and for INSERT OR REPLACE.
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_entries_meeting BEFORE INSERT ON savings_entries
                WHEN NEW.kind <> 'Reversal' AND EXISTS (SELECT 1 FROM savings_meetings WHERE id = NEW.link AND state <> 'Open')
                BEGIN SELECT RAISE(ABORT, 'A meeting takes entries only while it is open.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_meetings_begin BEFORE INSERT ON savings_meetings
                WHEN NEW.state NOT IN ('Planned', 'Open') OR EXISTS (SELECT 1 FROM savings_meetings WHERE id = NEW.id)
                OR (NEW.state = 'Open' AND EXISTS (SELECT 1 FROM savings_meetings WHERE group_id = NEW.group_id AND state IN ('Open', 'Counted')))
                BEGIN SELECT RAISE(ABORT, 'A meeting begins once, planned or open, and a group holds one at a time.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_meetings_way BEFORE UPDATE ON savings_meetings
                WHEN NEW.id <> OLD.id OR NEW.group_id <> OLD.group_id
                OR NOT (NEW.state = OLD.state OR OLD.state || NEW.state IN ('PlannedOpen', 'PlannedCancelled', 'OpenCounted', 'OpenCancelled', 'CountedOpen', 'CountedClosed'))
                OR (NEW.state = 'Cancelled' AND EXISTS (SELECT 1 FROM savings_entries WHERE link = NEW.id))
                OR (OLD.opener IS NOT NULL AND NEW.opener IS NOT OLD.opener)
                OR (NEW.state IN ('Open', 'Counted') AND EXISTS (SELECT 1 FROM savings_meetings WHERE group_id = NEW.group_id AND id <> NEW.id AND state IN ('Open', 'Counted')))
                BEGIN SELECT RAISE(ABORT, 'A meeting goes from planned over open and counted to closed; one in which something was entered is not called off.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_meetings_final BEFORE UPDATE ON savings_meetings
                WHEN OLD.state IN ('Closed', 'Cancelled') AND (OLD.state = 'Cancelled' OR OLD.confirmed_by IS NOT NULL OR NEW.state <> OLD.state OR NEW.day <> OLD.day
                    OR NEW.closer IS NOT OLD.closer OR NEW.opened_at IS NOT OLD.opened_at OR NEW.closed_at IS NOT OLD.closed_at)
                BEGIN SELECT RAISE(ABORT, 'A meeting that is over stays as it is; an officer looks at it once.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_meetings_close BEFORE UPDATE ON savings_meetings
                WHEN NEW.state IN ('Counted', 'Closed') AND OLD.state <> 'Closed' AND (NOT EXISTS (SELECT 1 FROM savings_counts WHERE meeting = NEW.id AND currency = 'KHR')
                    OR EXISTS (SELECT 1 FROM savings_entries e JOIN savings_accounts a ON a.number = e.dr WHERE e.link = NEW.id
                        AND NOT EXISTS (SELECT 1 FROM savings_counts c WHERE c.meeting = NEW.id AND c.currency = a.currency)))
                BEGIN SELECT RAISE(ABORT, 'A meeting is closed once the notes of each currency in use are counted.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_meetings_closer BEFORE UPDATE ON savings_meetings
                WHEN NEW.state = 'Closed' AND OLD.state <> 'Closed' AND NEW.closer = OLD.opener
                AND EXISTS (SELECT 1 FROM savings_leaders WHERE group_id = OLD.group_id AND id <> NEW.closer AND left_at IS NULL AND conversation IS NOT NULL)
                BEGIN SELECT RAISE(ABORT, 'Where there is another leader, who opened a meeting does not close it.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_meetings_no_removal BEFORE DELETE ON savings_meetings
                BEGIN SELECT RAISE(ABORT, 'A meeting is not removed.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_counts_only_open BEFORE INSERT ON savings_counts
                WHEN NOT EXISTS (SELECT 1 FROM savings_meetings WHERE id = NEW.meeting AND state = 'Open')
                BEGIN SELECT RAISE(ABORT, 'Notes are counted while the meeting is open.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_counts_no_change BEFORE UPDATE ON savings_counts
                BEGIN SELECT RAISE(ABORT, 'A count is not changed: count again.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_counts_no_removal BEFORE DELETE ON savings_counts
                WHEN EXISTS (SELECT 1 FROM savings_meetings WHERE id = OLD.meeting AND state IN ('Closed', 'Cancelled'))
                BEGIN SELECT RAISE(ABORT, 'A meeting that is over stays as it is.'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER savings_entries_meeting;");
            migrationBuilder.DropTable(
                name: "savings_attendance");

            migrationBuilder.DropTable(
                name: "savings_corrections");

            migrationBuilder.DropTable(
                name: "savings_counts");

            migrationBuilder.DropTable(
                name: "savings_handovers");

            migrationBuilder.DropTable(
                name: "savings_leaders");

            migrationBuilder.DropTable(
                name: "savings_meetings");

            migrationBuilder.DropIndex(
                name: "IX_savings_entries_link",
                table: "savings_entries");
        }
    }
}
