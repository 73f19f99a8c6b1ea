using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatSupport.Storage.Migrations
{
    /// <inheritdoc />
    public partial class ContentDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "missed_by",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    worker = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    times = table.Column<long>(type: "INTEGER", nullable: false),
                    last_week = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_missed_by", x => new { x.hash, x.worker });
                });

            migrationBuilder.CreateTable(
                name: "missed_words",
                columns: table => new
                {
                    screen = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    word = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    times = table.Column<long>(type: "INTEGER", nullable: false),
                    open_times = table.Column<long>(type: "INTEGER", nullable: false),
                    last_week = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_missed_words", x => new { x.screen, x.word });
                });

            migrationBuilder.CreateTable(
                name: "publications",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    planned_at = table.Column<long>(type: "INTEGER", nullable: false),
                    planned_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    drafts = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publications", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "recordings",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    made_by = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    is_kept = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recordings", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "screen_counts",
                columns: table => new
                {
                    week = table.Column<int>(type: "INTEGER", nullable: false),
                    screen = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    workers = table.Column<int>(type: "INTEGER", nullable: true),
                    visits = table.Column<long>(type: "INTEGER", nullable: false),
                    went_on = table.Column<long>(type: "INTEGER", nullable: false),
                    back = table.Column<long>(type: "INTEGER", nullable: false),
                    missed = table.Column<long>(type: "INTEGER", nullable: false),
                    found_nothing = table.Column<long>(type: "INTEGER", nullable: false),
                    listened = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_screen_counts", x => new { x.week, x.screen, x.language });
                });

            migrationBuilder.CreateTable(
                name: "screen_seen",
                columns: table => new
                {
                    week = table.Column<int>(type: "INTEGER", nullable: false),
                    screen = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    worker = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_screen_seen", x => new { x.week, x.screen, x.language, x.worker });
                });

            migrationBuilder.CreateIndex(
                name: "IX_missed_by_worker",
                table: "missed_by",
                column: "worker");

            migrationBuilder.CreateIndex(
                name: "IX_screen_seen_worker",
                table: "screen_seen",
                column: "worker");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "missed_by");

            migrationBuilder.DropTable(
                name: "missed_words");

            migrationBuilder.DropTable(
                name: "publications");

            migrationBuilder.DropTable(
                name: "recordings");

            migrationBuilder.DropTable(
                name: "screen_counts");

            migrationBuilder.DropTable(
                name: "screen_seen");
        }
    }
}
