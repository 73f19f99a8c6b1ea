using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatSupport.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Reports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "report_cases",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    risk = table.Column<int>(type: "INTEGER", nullable: false),
                    is_child = table.Column<bool>(type: "INTEGER", nullable: false),
                    in_danger = table.Column<bool>(type: "INTEGER", nullable: false),
                    epoch = table.Column<uint>(type: "INTEGER", nullable: false),
                    case_key = table.Column<string>(type: "TEXT", nullable: false),
                    thread_key = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_at = table.Column<long>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    held_until = table.Column<long>(type: "INTEGER", nullable: true),
                    deletion_asked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_cases", x => x.id);
                    table.CheckConstraint("CK_report_cases_risk", "risk BETWEEN 0 AND 3");
                });

            migrationBuilder.CreateTable(
                name: "report_drafts",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: false),
                    in_danger = table.Column<bool>(type: "INTEGER", nullable: false),
                    risk = table.Column<int>(type: "INTEGER", nullable: false),
                    case_key = table.Column<string>(type: "TEXT", nullable: false),
                    began_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_drafts", x => x.case_id);
                });

            migrationBuilder.CreateTable(
                name: "report_grants",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    epoch = table.Column<uint>(type: "INTEGER", nullable: false),
                    staff = table.Column<string>(type: "TEXT", nullable: false),
                    reader_epoch = table.Column<uint>(type: "INTEGER", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_grants", x => x.id);
                    table.CheckConstraint("CK_report_grants_purpose", "purpose IN ('case-key', 'thread-key')");
                });

            migrationBuilder.CreateTable(
                name: "report_items",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    epoch = table.Column<uint>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_items", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "report_messages",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    from_reporter = table.Column<bool>(type: "INTEGER", nullable: false),
                    epoch = table.Column<uint>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: true),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "report_receipts",
                columns: table => new
                {
                    locator = table.Column<string>(type: "TEXT", nullable: false),
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    epoch = table.Column<uint>(type: "INTEGER", nullable: false),
                    locked = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_receipts", x => x.locator);
                });

            migrationBuilder.CreateTable(
                name: "report_routes",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    route = table.Column<byte[]>(type: "BLOB", nullable: false),
                    consented_at = table.Column<long>(type: "INTEGER", nullable: false),
                    words = table.Column<int>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    notice_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_routes", x => x.case_id);
                });

            migrationBuilder.CreateTable(
                name: "report_shown",
                columns: table => new
                {
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    message = table.Column<string>(type: "TEXT", nullable: false),
                    erase_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_shown", x => new { x.conversation, x.message });
                });

            migrationBuilder.CreateTable(
                name: "report_tombstones",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_tombstones", x => x.case_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_report_cases_closed_at",
                table: "report_cases",
                column: "closed_at",
                filter: "closed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_report_drafts_expires_at",
                table: "report_drafts",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_report_drafts_owner",
                table: "report_drafts",
                column: "owner",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_grants_case_id_purpose_epoch_staff_reader_epoch",
                table: "report_grants",
                columns: new[] { "case_id", "purpose", "epoch", "staff", "reader_epoch" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_grants_staff",
                table: "report_grants",
                column: "staff");

            migrationBuilder.CreateIndex(
                name: "IX_report_items_case_id_at",
                table: "report_items",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_report_messages_case_id_at",
                table: "report_messages",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_report_receipts_case_id",
                table: "report_receipts",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_routes_expires_at",
                table: "report_routes",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_report_routes_notice_at",
                table: "report_routes",
                column: "notice_at",
                filter: "notice_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_report_routes_owner",
                table: "report_routes",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "IX_report_shown_erase_at",
                table: "report_shown",
                column: "erase_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "report_cases");

            migrationBuilder.DropTable(
                name: "report_drafts");

            migrationBuilder.DropTable(
                name: "report_grants");

            migrationBuilder.DropTable(
                name: "report_items");

            migrationBuilder.DropTable(
                name: "report_messages");

            migrationBuilder.DropTable(
                name: "report_receipts");

            migrationBuilder.DropTable(
                name: "report_routes");

            migrationBuilder.DropTable(
                name: "report_shown");

            migrationBuilder.DropTable(
                name: "report_tombstones");
        }
    }
}
