using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatSupport.Storage.Migrations
{
    /// <inheritdoc />
    public partial class SavingsSeats : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "savings_disputes",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    member = table.Column<string>(type: "TEXT", nullable: false),
                    entry = table.Column<long>(type: "INTEGER", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_by = table.Column<string>(type: "TEXT", nullable: true),
                    verdict = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_disputes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "savings_limits",
                columns: table => new
                {
                    member = table.Column<string>(type: "TEXT", nullable: false),
                    cap_riel = table.Column<long>(type: "INTEGER", nullable: true),
                    cap_cents = table.Column<long>(type: "INTEGER", nullable: true),
                    has_delay = table.Column<bool>(type: "INTEGER", nullable: false),
                    next_cap_riel = table.Column<long>(type: "INTEGER", nullable: true),
                    next_cap_cents = table.Column<long>(type: "INTEGER", nullable: true),
                    next_has_delay = table.Column<bool>(type: "INTEGER", nullable: false),
                    next_at = table.Column<long>(type: "INTEGER", nullable: true),
                    cool_until = table.Column<long>(type: "INTEGER", nullable: true),
                    free_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_limits", x => x.member);
                });

            migrationBuilder.CreateTable(
                name: "savings_pins",
                columns: table => new
                {
                    member = table.Column<string>(type: "TEXT", nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    open = table.Column<byte[]>(type: "BLOB", nullable: true),
                    both = table.Column<byte[]>(type: "BLOB", nullable: false),
                    memory_kib = table.Column<int>(type: "INTEGER", nullable: false),
                    passes = table.Column<int>(type: "INTEGER", nullable: false),
                    wrong = table.Column<int>(type: "INTEGER", nullable: false),
                    locked_until = table.Column<long>(type: "INTEGER", nullable: true),
                    changes = table.Column<int>(type: "INTEGER", nullable: false),
                    changed_on = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_pins", x => x.member);
                });

            migrationBuilder.CreateTable(
                name: "savings_seat_asks",
                columns: table => new
                {
                    member = table.Column<string>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_seat_asks", x => new { x.member, x.what });
                });

            migrationBuilder.CreateTable(
                name: "savings_seat_codes",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    member = table.Column<string>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_seat_codes", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "savings_seats",
                columns: table => new
                {
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    member = table.Column<string>(type: "TEXT", nullable: false),
                    linked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    is_taken_off = table.Column<bool>(type: "INTEGER", nullable: false),
                    reminded_of = table.Column<string>(type: "TEXT", nullable: true),
                    told_of = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_seats", x => x.conversation);
                });

            migrationBuilder.CreateTable(
                name: "savings_wishes",
                columns: table => new
                {
                    member = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_wishes", x => x.member);
                });

            migrationBuilder.CreateIndex(
                name: "IX_savings_disputes_closed_at_due_at",
                table: "savings_disputes",
                columns: new[] { "closed_at", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_savings_disputes_member_entry",
                table: "savings_disputes",
                columns: new[] { "member", "entry" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_savings_seat_codes_member",
                table: "savings_seat_codes",
                column: "member",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_savings_seats_member",
                table: "savings_seats",
                column: "member");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "savings_disputes");

            migrationBuilder.DropTable(
                name: "savings_limits");

            migrationBuilder.DropTable(
                name: "savings_pins");

            migrationBuilder.DropTable(
                name: "savings_seat_asks");

            migrationBuilder.DropTable(
                name: "savings_seat_codes");

            migrationBuilder.DropTable(
                name: "savings_seats");

            migrationBuilder.DropTable(
                name: "savings_wishes");
        }
    }
}
