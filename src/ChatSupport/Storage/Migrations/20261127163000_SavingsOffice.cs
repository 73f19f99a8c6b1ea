using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatSupport.Storage.Migrations
{
    /// <inheritdoc />
    public partial class SavingsOffice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "savings_approvals",
                columns: table => new
                {
                    hold = table.Column<long>(type: "INTEGER", nullable: false),
                    approved_by = table.Column<string>(type: "TEXT", nullable: false),
                    approved_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_approvals", x => x.hold);
                    table.CheckConstraint("CK_savings_approvals_by", "approved_by <> ''");
                });

            migrationBuilder.CreateTable(
                name: "savings_book_checks",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    member = table.Column<string>(type: "TEXT", nullable: false),
                    at_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    book_riel = table.Column<long>(type: "INTEGER", nullable: false),
                    book_cents = table.Column<long>(type: "INTEGER", nullable: false),
                    ledger_riel = table.Column<long>(type: "INTEGER", nullable: false),
                    ledger_cents = table.Column<long>(type: "INTEGER", nullable: false),
                    checked_by = table.Column<string>(type: "TEXT", nullable: false),
                    seen_by = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    checked_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_book_checks", x => x.number);
                    table.CheckConstraint("CK_savings_book_checks_amounts", "book_riel >= 0 AND book_cents >= 0 AND at_seq >= 0");
                    table.CheckConstraint("CK_savings_book_checks_by", "checked_by <> '' AND seen_by IN ('Member', 'Leader', 'Nobody')");
                });

            migrationBuilder.CreateTable(
                name: "savings_decisions",
                columns: table => new
                {
                    proposal = table.Column<string>(type: "TEXT", nullable: false),
                    is_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", nullable: false),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_decisions", x => x.proposal);
                    table.CheckConstraint("CK_savings_decisions_by", "decided_by <> ''");
                });

            migrationBuilder.CreateTable(
                name: "savings_float_limits",
                columns: table => new
                {
                    leader = table.Column<string>(type: "TEXT", nullable: false),
                    riel = table.Column<long>(type: "INTEGER", nullable: true),
                    cents = table.Column<long>(type: "INTEGER", nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_float_limits", x => x.leader);
                });

            migrationBuilder.CreateTable(
                name: "savings_openings",
                columns: table => new
                {
                    member = table.Column<string>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    keyed_by = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    sheet = table.Column<string>(type: "TEXT", nullable: true),
                    keyed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_openings", x => new { x.member, x.currency, x.keyed_by });
                    table.CheckConstraint("CK_savings_openings_amount", "typeof(amount) = 'integer' AND amount BETWEEN 1 AND 1000000000000");
                });

            migrationBuilder.CreateTable(
                name: "savings_proposals",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    entry = table.Column<long>(type: "INTEGER", nullable: true),
                    dr = table.Column<long>(type: "INTEGER", nullable: false),
                    cr = table.Column<long>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    maker = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_proposals", x => x.id);
                    table.CheckConstraint("CK_savings_proposals_kind", "kind IN ('Handover', 'OpeningCash', 'Shortage', 'Surplus', 'Reversal') AND (kind = 'Reversal') = (entry IS NOT NULL)");
                    table.CheckConstraint("CK_savings_proposals_maker", "maker <> '' AND (kind NOT IN ('Shortage', 'Surplus', 'Reversal') OR reason <> '')");
                    table.CheckConstraint("CK_savings_proposals_money", "typeof(amount) = 'integer' AND (kind = 'Reversal' OR (dr <> cr AND amount BETWEEN 1 AND 1000000000000))");
                });

            migrationBuilder.CreateIndex(
                name: "IX_savings_book_checks_member_number",
                table: "savings_book_checks",
                columns: new[] { "member", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_savings_openings_sheet",
                table: "savings_openings",
                column: "sheet");

            // What two people decided is only added to. A migration that makes one of these tables anew loses its triggers: it must make them again.
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_approvals_by_another BEFORE INSERT ON savings_approvals
                WHEN EXISTS (SELECT 1 FROM savings_approvals WHERE hold = NEW.hold) OR NOT EXISTS (SELECT 1 FROM savings_holds h WHERE h.number = NEW.hold AND h.maker <> NEW.approved_by AND h.expires_at > NEW.approved_at)
                BEGIN SELECT RAISE(ABORT, 'A withdrawal is approved once, by somebody who did not ask for it.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_proposals_once BEFORE INSERT ON savings_proposals
                WHEN EXISTS (SELECT 1 FROM savings_proposals WHERE id = NEW.id)
                BEGIN SELECT RAISE(ABORT, 'A proposal is made once.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_decisions_by_another BEFORE INSERT ON savings_decisions
                WHEN EXISTS (SELECT 1 FROM savings_decisions WHERE proposal = NEW.proposal)
                OR NOT EXISTS (SELECT 1 FROM savings_proposals p WHERE p.id = NEW.proposal AND (NEW.is_confirmed = 0 OR p.maker <> NEW.decided_by))
                BEGIN SELECT RAISE(ABORT, 'A proposal is decided once, and not confirmed by who made it.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_book_checks_only_next BEFORE INSERT ON savings_book_checks
                WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM savings_book_checks)
                BEGIN SELECT RAISE(ABORT, 'Checks of books take only the one after the last.'); END;
                """);
            foreach (var table in new[] { "savings_approvals", "savings_proposals", "savings_decisions", "savings_book_checks" })
            {
                migrationBuilder.Sql($"""
                    CREATE TRIGGER {table}_no_change BEFORE UPDATE ON {table}
                    BEGIN SELECT RAISE(ABORT, 'This is only added to: nothing in it can be changed.'); END;
                    """);
                migrationBuilder.Sql($"""
                    CREATE TRIGGER {table}_no_removal BEFORE DELETE ON {table}
                    BEGIN SELECT RAISE(ABORT, 'This is only added to: nothing in it can be removed.'); END;
                    """);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "savings_approvals");

            migrationBuilder.DropTable(
                name: "savings_book_checks");

            migrationBuilder.DropTable(
                name: "savings_decisions");

            migrationBuilder.DropTable(
                name: "savings_float_limits");

            migrationBuilder.DropTable(
                name: "savings_openings");

            migrationBuilder.DropTable(
                name: "savings_proposals");
        }
    }
}
