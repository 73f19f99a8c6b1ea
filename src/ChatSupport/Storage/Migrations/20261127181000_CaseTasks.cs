using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatSupport.Storage.Migrations
{
    /// <inheritdoc />
    public partial class CaseTasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "media",
                table: "report_messages",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "report_alerts",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    next_at = table.Column<long>(type: "INTEGER", nullable: false),
                    times = table.Column<int>(type: "INTEGER", nullable: false),
                    reached = table.Column<int>(type: "INTEGER", nullable: false),
                    called_at = table.Column<long>(type: "INTEGER", nullable: true),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: true),
                    seen_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_alerts", x => x.case_id);
                    table.CheckConstraint("CK_report_alerts_seen", "(seen_by IS NULL) = (seen_at IS NULL)");
                });

            migrationBuilder.CreateTable(
                name: "report_holds",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    begun_by = table.Column<string>(type: "TEXT", nullable: false),
                    begun_at = table.Column<long>(type: "INTEGER", nullable: false),
                    confirmed_by = table.Column<string>(type: "TEXT", nullable: true),
                    confirmed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_by = table.Column<string>(type: "TEXT", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_holds", x => x.id);
                    table.CheckConstraint("CK_report_holds_days", "days BETWEEN 1 AND 180");
                    table.CheckConstraint("CK_report_holds_ended", "(ended_by IS NULL) = (ended_at IS NULL)");
                    table.CheckConstraint("CK_report_holds_reason", "reason IN ('child-in-danger', 'life-in-danger')");
                    table.CheckConstraint("CK_report_holds_two", "(confirmed_by IS NULL) = (confirmed_at IS NULL) AND COALESCE(confirmed_by <> begun_by, 1) AND COALESCE(confirmed_at BETWEEN begun_at AND begun_at + 604800000, 1)");
                });

            migrationBuilder.CreateTable(
                name: "report_tasks",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    done_by = table.Column<string>(type: "TEXT", nullable: true),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_tasks", x => x.id);
                    table.CheckConstraint("CK_report_tasks_done", "(done_by IS NULL) = (done_at IS NULL)");
                });

            migrationBuilder.CreateIndex(
                name: "IX_report_alerts_next_at",
                table: "report_alerts",
                column: "next_at",
                filter: "seen_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_report_holds_case_id",
                table: "report_holds",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_report_tasks_case_id_done_at_due_at",
                table: "report_tasks",
                columns: new[] { "case_id", "done_at", "due_at" });
            migrationBuilder.Sql("""
                CREATE TRIGGER report_cases_alert AFTER INSERT ON report_cases WHEN NEW.is_child = 1 OR NEW.in_danger = 1 OR NEW.risk = 0
                BEGIN INSERT OR REPLACE INTO report_alerts (case_id, since, next_at, times, reached) VALUES (NEW.id, NEW.created_at, NEW.created_at, 0, 0); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER report_cases_alert_again AFTER UPDATE OF is_child, in_danger, risk ON report_cases
                WHEN (OLD.is_child = 0 AND NEW.is_child = 1) OR (OLD.in_danger = 0 AND NEW.in_danger = 1) OR (OLD.risk > 0 AND NEW.risk = 0)
                BEGIN INSERT OR REPLACE INTO report_alerts (case_id, since, next_at, times, reached) VALUES (NEW.id, NEW.last_at, NEW.last_at, 0, 0); END;
                """);
            migrationBuilder.Sql("""
                INSERT INTO report_alerts (case_id, since, next_at, times, reached)
                SELECT id, created_at, created_at, 0, 0 FROM report_cases WHERE (is_child = 1 OR in_danger = 1) AND owner IS NULL AND closed_at IS NULL;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER report_cases_not_held BEFORE INSERT ON report_cases WHEN NEW.held_until IS NOT NULL
                BEGIN SELECT RAISE(ABORT, 'A case is held by two people, not as it comes.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER report_cases_held BEFORE UPDATE OF held_until ON report_cases
                WHEN NEW.held_until IS NOT OLD.held_until AND NOT EXISTS (SELECT 1 FROM report_holds h WHERE h.case_id = OLD.id AND h.confirmed_at IS NOT NULL AND
                    ((h.ended_at IS NULL AND NEW.held_until > COALESCE(OLD.held_until, 0) AND NEW.held_until <= h.confirmed_at + h.days * 86400000)
                    OR (h.ended_at IS NOT NULL AND NEW.held_until < OLD.held_until AND NEW.held_until >= h.ended_at + 604800000)))
                BEGIN SELECT RAISE(ABORT, 'A case is held by two people, for 180 days at most, and stays a week after one ended that.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER report_holds_stay BEFORE UPDATE ON report_holds
                WHEN OLD.ended_by IS NOT NULL OR NEW.case_id <> OLD.case_id OR NEW.reason <> OLD.reason OR NEW.days <> OLD.days OR NEW.begun_by <> OLD.begun_by
                OR NEW.begun_at <> OLD.begun_at OR (OLD.confirmed_by IS NOT NULL AND (NEW.confirmed_by IS NOT OLD.confirmed_by OR NEW.confirmed_at IS NOT OLD.confirmed_at))
                BEGIN SELECT RAISE(ABORT, 'A hold that was begun can only be confirmed, once, and ended, once.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER report_cases_gone_with AFTER DELETE ON report_cases
                BEGIN
                    DELETE FROM report_alerts WHERE case_id = OLD.id;
                    DELETE FROM report_holds WHERE case_id = OLD.id;
                    DELETE FROM report_tasks WHERE case_id = OLD.id;
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER report_cases_alert; DROP TRIGGER report_cases_alert_again; DROP TRIGGER report_cases_not_held; DROP TRIGGER report_cases_held; DROP TRIGGER report_cases_gone_with;");
            migrationBuilder.DropTable(
                name: "report_alerts");

            migrationBuilder.DropTable(
                name: "report_holds");

            migrationBuilder.DropTable(
                name: "report_tasks");

            migrationBuilder.DropColumn(
                name: "media",
                table: "report_messages");
        }
    }
}
