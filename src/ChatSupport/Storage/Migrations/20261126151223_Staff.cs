using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatSupport.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Staff : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    path = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    @base = table.Column<string>(name: "base", type: "TEXT", maxLength: 64, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_by = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drafts", x => x.path);
                });

            migrationBuilder.CreateTable(
                name: "staff",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    name = table.Column<byte[]>(type: "BLOB", nullable: false),
                    roles = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    password = table.Column<byte[]>(type: "BLOB", nullable: true),
                    code_key = table.Column<byte[]>(type: "BLOB", nullable: true),
                    last_code = table.Column<byte[]>(type: "BLOB", nullable: true),
                    stamp = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    is_stopped = table.Column<bool>(type: "INTEGER", nullable: false),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    locked_until = table.Column<long>(type: "INTEGER", nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    name_key = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_links",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    staff = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_links", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "staff_passkeys",
                columns: table => new
                {
                    credential = table.Column<byte[]>(type: "BLOB", maxLength: 1023, nullable: false),
                    staff = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    facts = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_passkeys", x => x.credential);
                });

            migrationBuilder.CreateTable(
                name: "staff_sessions",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    staff = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    began_at = table.Column<long>(type: "INTEGER", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: false),
                    device = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_sessions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_staff_name_key",
                table: "staff",
                column: "name_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_staff_links_staff",
                table: "staff_links",
                column: "staff");

            migrationBuilder.CreateIndex(
                name: "IX_staff_passkeys_staff",
                table: "staff_passkeys",
                column: "staff");

            migrationBuilder.CreateIndex(
                name: "IX_staff_sessions_staff",
                table: "staff_sessions",
                column: "staff");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "staff");

            migrationBuilder.DropTable(
                name: "staff_links");

            migrationBuilder.DropTable(
                name: "staff_passkeys");

            migrationBuilder.DropTable(
                name: "staff_sessions");
        }
    }
}
