using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatSupport.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "desk_chats",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    worker = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: true),
                    is_open = table.Column<bool>(type: "INTEGER", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    arrived_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    next_at = table.Column<long>(type: "INTEGER", nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_chats", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "desk_copies",
                columns: table => new
                {
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    message_id = table.Column<string>(type: "TEXT", nullable: false),
                    chat = table.Column<string>(type: "TEXT", nullable: false),
                    line = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_copies", x => new { x.conversation, x.message_id });
                });

            migrationBuilder.CreateTable(
                name: "desk_educators",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    conversation = table.Column<string>(type: "TEXT", nullable: true),
                    next_at = table.Column<long>(type: "INTEGER", nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_educators", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "desk_events",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    chat = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    who = table.Column<string>(type: "TEXT", nullable: true),
                    millis = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_events", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "desk_invitations",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    educator = table.Column<string>(type: "TEXT", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_invitations", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "desk_lines",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    chat = table.Column<string>(type: "TEXT", nullable: false),
                    author = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_lines", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "telegram_topics",
                columns: table => new
                {
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    thread = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_topics", x => new { x.conversation, x.key });
                });

            migrationBuilder.CreateIndex(
                name: "IX_desk_chats_closed_at",
                table: "desk_chats",
                column: "closed_at");

            migrationBuilder.CreateIndex(
                name: "IX_desk_chats_next_at",
                table: "desk_chats",
                column: "next_at",
                filter: "next_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_desk_chats_owner",
                table: "desk_chats",
                column: "owner",
                filter: "is_open = 1");

            migrationBuilder.CreateIndex(
                name: "IX_desk_chats_worker_all",
                table: "desk_chats",
                column: "worker");

            migrationBuilder.CreateIndex(
                name: "IX_desk_chats_worker",
                table: "desk_chats",
                column: "worker",
                unique: true,
                filter: "is_open = 1");

            migrationBuilder.CreateIndex(
                name: "IX_desk_copies_at",
                table: "desk_copies",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_desk_copies_chat",
                table: "desk_copies",
                column: "chat");

            migrationBuilder.CreateIndex(
                name: "IX_desk_educators_conversation",
                table: "desk_educators",
                column: "conversation",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_desk_events_at",
                table: "desk_events",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_desk_events_who_at",
                table: "desk_events",
                columns: new[] { "who", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_desk_invitations_educator",
                table: "desk_invitations",
                column: "educator",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_desk_lines_chat_number",
                table: "desk_lines",
                columns: new[] { "chat", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_desk_lines_chat_source",
                table: "desk_lines",
                columns: new[] { "chat", "source" });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_topics_conversation_thread",
                table: "telegram_topics",
                columns: new[] { "conversation", "thread" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "desk_chats");

            migrationBuilder.DropTable(
                name: "desk_copies");

            migrationBuilder.DropTable(
                name: "desk_educators");

            migrationBuilder.DropTable(
                name: "desk_events");

            migrationBuilder.DropTable(
                name: "desk_invitations");

            migrationBuilder.DropTable(
                name: "desk_lines");

            migrationBuilder.DropTable(
                name: "telegram_topics");
        }
    }
}
