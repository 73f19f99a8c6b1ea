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
