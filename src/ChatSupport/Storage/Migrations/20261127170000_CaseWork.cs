using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatSupport.Storage.Migrations
{
    /// <inheritdoc />
    public partial class CaseWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "report_conflicts",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    staff = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_conflicts", x => new { x.case_id, x.staff });
                });

            migrationBuilder.CreateTable(
                name: "report_consents",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    recipient = table.Column<string>(type: "TEXT", nullable: false),
                    given_by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true),
                    recorded_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_consents", x => x.id);
                    table.CheckConstraint("CK_report_consents_given", "given_by IN ('self', 'caregiver') AND expires_at > at");
                });

            migrationBuilder.CreateTable(
                name: "report_counts",
                columns: table => new
                {
                    quarter = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: false),
                    risk = table.Column<int>(type: "INTEGER", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_counts", x => new { x.quarter, x.about, x.risk });
                });

            migrationBuilder.CreateTable(
                name: "report_decisions",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    recipient = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    begun_by = table.Column<string>(type: "TEXT", nullable: false),
                    begun_at = table.Column<long>(type: "INTEGER", nullable: false),
                    confirmed_by = table.Column<string>(type: "TEXT", nullable: true),
                    confirmed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_decisions", x => x.id);
                    table.CheckConstraint("CK_report_decisions_kind", "kind IN ('not-a-child', 'tell-child', 'tell-life')");
                    table.CheckConstraint("CK_report_decisions_two", "(confirmed_by IS NULL) = (confirmed_at IS NULL) AND COALESCE(confirmed_by <> begun_by, 1)");
                });

            migrationBuilder.CreateTable(
                name: "report_figures",
                columns: table => new
                {
                    quarter = table.Column<string>(type: "TEXT", nullable: false),
                    shown = table.Column<string>(type: "TEXT", nullable: false),
                    frozen_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_figures", x => x.quarter);
                });

            migrationBuilder.CreateTable(
                name: "report_keys",
                columns: table => new
                {
                    recipient = table.Column<string>(type: "TEXT", nullable: false),
                    staff = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    hint = table.Column<string>(type: "TEXT", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_keys", x => x.recipient);
                    table.CheckConstraint("CK_report_keys_kind", "kind IN ('passkey', 'words')");
                });

            migrationBuilder.CreateTable(
                name: "report_referrals",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    recipient = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    consent = table.Column<string>(type: "TEXT", nullable: true),
                    decision = table.Column<string>(type: "TEXT", nullable: true),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_referrals", x => x.id);
                    table.CheckConstraint("CK_report_referrals_ground", "(consent IS NULL) <> (decision IS NULL)");
                    table.CheckConstraint("CK_report_referrals_state", "state IN ('in-progress', 'accepted', 'rejected', 'done', 'revoked')");
                });

            migrationBuilder.CreateTable(
                name: "report_work",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    follow_up_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_work", x => x.case_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_report_consents_case_id",
                table: "report_consents",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_report_decisions_case_id",
                table: "report_decisions",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_report_keys_staff",
                table: "report_keys",
                column: "staff");

            migrationBuilder.CreateIndex(
                name: "IX_report_referrals_case_id",
                table: "report_referrals",
                column: "case_id");
            migrationBuilder.Sql("""
                CREATE TRIGGER report_referrals_ground BEFORE INSERT ON report_referrals
                WHEN NOT EXISTS (SELECT 1 FROM report_consents c WHERE c.id = NEW.consent AND c.case_id = NEW.case_id AND c.recipient = NEW.recipient
                    AND c.withdrawn_at IS NULL AND c.at <= NEW.at AND c.expires_at > NEW.at)
                AND NOT EXISTS (SELECT 1 FROM report_decisions d WHERE d.id = NEW.decision AND d.case_id = NEW.case_id AND d.recipient = NEW.recipient
                    AND d.kind IN ('tell-child', 'tell-life') AND d.confirmed_by IS NOT NULL)
                BEGIN SELECT RAISE(ABORT, 'Nobody outside is told of a case without a live yes to exactly that, or a decision of two.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER report_referrals_stay BEFORE UPDATE ON report_referrals
                WHEN NEW.case_id <> OLD.case_id OR NEW.recipient <> OLD.recipient OR NEW.consent IS NOT OLD.consent OR NEW.decision IS NOT OLD.decision OR OLD.state = 'revoked'
                BEGIN SELECT RAISE(ABORT, 'Of a referral only its state changes, and what she took back stays so.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER report_consents_stay BEFORE UPDATE ON report_consents
                WHEN OLD.withdrawn_at IS NOT NULL OR NEW.case_id <> OLD.case_id OR NEW.recipient <> OLD.recipient OR NEW.given_by <> OLD.given_by
                OR NEW.at <> OLD.at OR NEW.expires_at <> OLD.expires_at
                BEGIN SELECT RAISE(ABORT, 'A yes can only be taken back.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER report_consents_withdrawn AFTER UPDATE OF withdrawn_at ON report_consents WHEN NEW.withdrawn_at IS NOT NULL
                BEGIN UPDATE report_referrals SET state = 'revoked' WHERE consent = NEW.id AND state IN ('in-progress', 'accepted'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER report_decisions_stay BEFORE UPDATE ON report_decisions
                WHEN OLD.confirmed_by IS NOT NULL OR NEW.case_id <> OLD.case_id OR NEW.kind <> OLD.kind OR NEW.recipient <> OLD.recipient OR NEW.begun_by <> OLD.begun_by
                BEGIN SELECT RAISE(ABORT, 'A decision that was begun can only be confirmed, once.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER report_cases_child BEFORE UPDATE OF is_child ON report_cases
                WHEN OLD.is_child = 1 AND NEW.is_child = 0
                AND NOT EXISTS (SELECT 1 FROM report_decisions d WHERE d.case_id = OLD.id AND d.kind = 'not-a-child' AND d.confirmed_by IS NOT NULL)
                BEGIN SELECT RAISE(ABORT, 'That a case is not about a child takes two people.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER report_cases_child_again AFTER UPDATE OF is_child ON report_cases WHEN OLD.is_child = 0 AND NEW.is_child = 1
                BEGIN DELETE FROM report_decisions WHERE case_id = NEW.id AND kind = 'not-a-child'; END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER report_cases_gone AFTER DELETE ON report_cases
                BEGIN
                    DELETE FROM report_referrals WHERE case_id = OLD.id;
                    DELETE FROM report_consents WHERE case_id = OLD.id;
                    DELETE FROM report_decisions WHERE case_id = OLD.id;
                    DELETE FROM report_conflicts WHERE case_id = OLD.id;
                    DELETE FROM report_work WHERE case_id = OLD.id;
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER report_cases_child; DROP TRIGGER report_cases_child_again; DROP TRIGGER report_cases_gone;");
            migrationBuilder.DropTable(
                name: "report_conflicts");

            migrationBuilder.DropTable(
                name: "report_consents");

            migrationBuilder.DropTable(
                name: "report_counts");

            migrationBuilder.DropTable(
                name: "report_decisions");

            migrationBuilder.DropTable(
                name: "report_figures");

            migrationBuilder.DropTable(
                name: "report_keys");

            migrationBuilder.DropTable(
                name: "report_referrals");

            migrationBuilder.DropTable(
                name: "report_work");
        }
    }
}
