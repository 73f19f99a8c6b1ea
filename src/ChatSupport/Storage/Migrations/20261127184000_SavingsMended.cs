using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatSupport.Storage.Migrations
{
    /// <inheritdoc />
    public partial class SavingsMended : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "wrong_at",
                table: "savings_pins",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "expected_cents",
                table: "savings_meetings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "expected_riel",
                table: "savings_meetings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "seal",
                table: "savings_approvals",
                type: "BLOB",
                nullable: true);

            // Approvals of before have no seal. Those of what is not paid yet are asked for again; those of what was paid stay, and nothing looks for a seal of theirs.
            migrationBuilder.Sql("DROP TRIGGER savings_approvals_no_removal;");
            migrationBuilder.Sql("DELETE FROM savings_approvals WHERE NOT EXISTS (SELECT 1 FROM savings_entries e WHERE e.hold = savings_approvals.hold);");
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_approvals_no_removal BEFORE DELETE ON savings_approvals
                BEGIN SELECT RAISE(ABORT, 'This is only added to: nothing in it can be removed.'); END;
                """);
            // 25200: Phnom Penh is seven hours ahead.
            migrationBuilder.Sql("DROP TRIGGER savings_meetings_closer;");
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_meetings_closer BEFORE UPDATE ON savings_meetings
                WHEN NEW.state = 'Closed' AND OLD.state <> 'Closed' AND NEW.closer = OLD.opener
                AND date(NEW.closed_at / 1000 + 25200, 'unixepoch') <= date(OLD.day, '+1 day')
                AND EXISTS (SELECT 1 FROM savings_leaders WHERE group_id = OLD.group_id AND id <> NEW.closer AND left_at IS NULL AND conversation IS NOT NULL)
                BEGIN SELECT RAISE(ABORT, 'Where there is another leader, who opened a meeting does not close it, unless it is of before yesterday.'); END;
                """);
            migrationBuilder.Sql("DROP TRIGGER savings_meetings_final;");
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_meetings_final BEFORE UPDATE ON savings_meetings
                WHEN OLD.state IN ('Closed', 'Cancelled') AND (OLD.state = 'Cancelled' OR OLD.confirmed_by IS NOT NULL OR NEW.state <> OLD.state OR NEW.day <> OLD.day
                    OR NEW.closer IS NOT OLD.closer OR NEW.opened_at IS NOT OLD.opened_at OR NEW.closed_at IS NOT OLD.closed_at
                    OR NEW.expected_riel IS NOT OLD.expected_riel OR NEW.expected_cents IS NOT OLD.expected_cents)
                BEGIN SELECT RAISE(ABORT, 'A meeting that is over stays as it is; an officer looks at it once.'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "wrong_at",
                table: "savings_pins");

            migrationBuilder.DropColumn(
                name: "expected_cents",
                table: "savings_meetings");

            migrationBuilder.DropColumn(
                name: "expected_riel",
                table: "savings_meetings");

            migrationBuilder.DropColumn(
                name: "seal",
                table: "savings_approvals");
        }
    }
}
