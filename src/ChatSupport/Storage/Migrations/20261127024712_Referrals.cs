using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatSupport.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Referrals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "desk_referrals",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    chat = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    granted_version = table.Column<int>(type: "INTEGER", nullable: true),
                    granted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    begun_by = table.Column<string>(type: "TEXT", nullable: true),
                    confirmed_by = table.Column<string>(type: "TEXT", nullable: true),
                    next_at = table.Column<long>(type: "INTEGER", nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_referrals", x => x.id);
                    table.CheckConstraint("CK_desk_referrals_told_is_dated", "state NOT IN ('Sent', 'Accepted', 'Rejected', 'Done') OR sent_at IS NOT NULL");
                    table.CheckConstraint("CK_desk_referrals_told_was_allowed", "sent_at IS NULL OR COALESCE(granted_version = version AND granted_at <= sent_at AND sent_at < until AND COALESCE(revoked_at >= sent_at, 1), 0) OR COALESCE(begun_by <> confirmed_by AND sent_at < until, 0)");
                });

            migrationBuilder.CreateIndex(
                name: "IX_desk_referrals_chat",
                table: "desk_referrals",
                column: "chat");

            migrationBuilder.CreateIndex(
                name: "IX_desk_referrals_next_at",
                table: "desk_referrals",
                column: "next_at",
                filter: "next_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "desk_referrals");
        }
    }
}
