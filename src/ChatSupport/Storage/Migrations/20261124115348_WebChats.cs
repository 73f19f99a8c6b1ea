using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatSupport.Storage.Migrations
{
    /// <inheritdoc />
    internal sealed partial class WebChats : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "web_activities",
                columns: table => new
                {
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    born = table.Column<long>(type: "INTEGER", nullable: false),
                    origin = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_web_activities", x => new { x.conversation, x.number });
                });

            migrationBuilder.CreateTable(
                name: "web_conversations",
                columns: table => new
                {
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    site = table.Column<string>(type: "TEXT", nullable: false),
                    in_place = table.Column<bool>(type: "INTEGER", nullable: false),
                    last_number = table.Column<long>(type: "INTEGER", nullable: false),
                    locale = table.Column<string>(type: "TEXT", nullable: true),
                    ticket = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ticket_until = table.Column<long>(type: "INTEGER", nullable: true),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_web_conversations", x => x.conversation);
                });

            migrationBuilder.CreateTable(
                name: "web_files",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_web_files", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_web_activities_conversation_origin",
                table: "web_activities",
                columns: new[] { "conversation", "origin" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_web_conversations_changed_at",
                table: "web_conversations",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "IX_web_files_conversation",
                table: "web_files",
                column: "conversation");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "web_activities");

            migrationBuilder.DropTable(
                name: "web_conversations");

            migrationBuilder.DropTable(
                name: "web_files");
        }
    }
}
