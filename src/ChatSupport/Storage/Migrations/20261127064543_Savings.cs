using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatSupport.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Savings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "savings_accounts",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    pocket = table.Column<string>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    opened_by = table.Column<string>(type: "TEXT", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    seal = table.Column<byte[]>(type: "BLOB", nullable: false),
                    guarded = table.Column<bool>(type: "INTEGER", nullable: false),
                    side = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_accounts", x => x.number);
                    table.CheckConstraint("CK_savings_accounts_behaviour", "side = CASE WHEN kind IN ('MemberSavings', 'Shares', 'SocialFund', 'Fines') THEN -1 ELSE 1 END\nAND guarded = (kind NOT IN ('Opening', 'OverShort'))");
                    table.CheckConstraint("CK_savings_accounts_currency", "currency IN ('KHR', 'USD')");
                    table.CheckConstraint("CK_savings_accounts_hashes", "length(hash) = 32 AND length(seal) = 32");
                    table.CheckConstraint("CK_savings_accounts_kind", "kind IN ('MemberSavings', 'CollectorFloat', 'GroupBox', 'NgoSafe', 'Opening', 'OverShort', 'Loan', 'Shares', 'SocialFund', 'Fines')");
                    table.CheckConstraint("CK_savings_accounts_owner", "(owner = '') = (kind IN ('NgoSafe', 'Opening', 'OverShort'))");
                    table.CheckConstraint("CK_savings_accounts_pocket", "pocket IN ('None', 'Open', 'Private') AND (pocket <> 'None') = (kind = 'MemberSavings')");
                });

            migrationBuilder.CreateTable(
                name: "savings_ends",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    target = table.Column<long>(type: "INTEGER", nullable: false),
                    behind = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    ended_by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    seal = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_ends", x => x.number);
                    table.CheckConstraint("CK_savings_ends_by", "ended_by <> ''");
                    table.CheckConstraint("CK_savings_ends_hashes", "length(hash) = 32 AND length(seal) = 32");
                    table.CheckConstraint("CK_savings_ends_what", "what IN ('Hold', 'Account')");
                });

            migrationBuilder.CreateTable(
                name: "savings_entries",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    request = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    dr = table.Column<long>(type: "INTEGER", nullable: false),
                    cr = table.Column<long>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    occurred_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    maker = table.Column<string>(type: "TEXT", nullable: false),
                    confirmer = table.Column<string>(type: "TEXT", nullable: true),
                    reverses = table.Column<long>(type: "INTEGER", nullable: true),
                    hold = table.Column<long>(type: "INTEGER", nullable: true),
                    link = table.Column<string>(type: "TEXT", nullable: true),
                    dr_balance = table.Column<long>(type: "INTEGER", nullable: false),
                    cr_balance = table.Column<long>(type: "INTEGER", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    seal = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_entries", x => x.seq);
                    table.CheckConstraint("CK_savings_entries_amount", "typeof(amount) = 'integer' AND amount BETWEEN 1 AND 1000000000000");
                    table.CheckConstraint("CK_savings_entries_day", "occurred_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'");
                    table.CheckConstraint("CK_savings_entries_hashes", "length(request) = 32 AND length(prev_hash) = 32 AND length(hash) = 32 AND length(seal) = 32");
                    table.CheckConstraint("CK_savings_entries_kind", "kind IN ('Deposit', 'Withdrawal', 'Handover', 'Opening', 'OpeningCash', 'Shortage', 'Surplus', 'Pocket', 'Reversal', 'Loan', 'Repayment', 'Share', 'ShareOut', 'Contribution', 'Grant', 'Fine')");
                    table.CheckConstraint("CK_savings_entries_reversal", "(kind = 'Reversal') = (reverses IS NOT NULL) AND (kind = 'Withdrawal') = (hold IS NOT NULL)");
                    table.CheckConstraint("CK_savings_entries_two_accounts", "dr <> cr");
                    table.CheckConstraint("CK_savings_entries_two_people", "maker <> '' AND COALESCE(confirmer <> maker AND confirmer <> '', kind NOT IN ('Withdrawal', 'Handover', 'Opening', 'OpeningCash', 'Loan', 'ShareOut', 'Grant'))");
                    table.CheckConstraint("CK_savings_entries_why", "kind NOT IN ('Reversal', 'Shortage', 'Surplus') OR reason <> ''");
                });

            migrationBuilder.CreateTable(
                name: "savings_groups",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    founded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_groups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "savings_holds",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    request = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account = table.Column<long>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    behind = table.Column<long>(type: "INTEGER", nullable: false),
                    maker = table.Column<string>(type: "TEXT", nullable: false),
                    placed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    seal = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_holds", x => x.number);
                    table.CheckConstraint("CK_savings_holds_amount", "typeof(amount) = 'integer' AND amount BETWEEN 1 AND 1000000000000");
                    table.CheckConstraint("CK_savings_holds_hashes", "length(request) = 32 AND length(hash) = 32 AND length(seal) = 32");
                    table.CheckConstraint("CK_savings_holds_maker", "maker <> ''");
                    table.CheckConstraint("CK_savings_holds_times", "placed_at < expires_at");
                });

            migrationBuilder.CreateTable(
                name: "savings_members",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    group_id = table.Column<string>(type: "TEXT", nullable: false),
                    joined_at = table.Column<long>(type: "INTEGER", nullable: false),
                    left_at = table.Column<long>(type: "INTEGER", nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    book_key = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savings_members", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_savings_accounts_kind_owner_pocket_currency",
                table: "savings_accounts",
                columns: new[] { "kind", "owner", "pocket", "currency" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_savings_accounts_owner",
                table: "savings_accounts",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "IX_savings_ends_what_target",
                table: "savings_ends",
                columns: new[] { "what", "target" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_savings_entries_cr",
                table: "savings_entries",
                column: "cr");

            migrationBuilder.CreateIndex(
                name: "IX_savings_entries_dr",
                table: "savings_entries",
                column: "dr");

            migrationBuilder.CreateIndex(
                name: "IX_savings_entries_hold",
                table: "savings_entries",
                column: "hold",
                unique: true,
                filter: "hold IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_savings_entries_id",
                table: "savings_entries",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_savings_entries_reverses",
                table: "savings_entries",
                column: "reverses",
                unique: true,
                filter: "reverses IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_savings_holds_account_expires_at",
                table: "savings_holds",
                columns: new[] { "account", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "IX_savings_holds_id",
                table: "savings_holds",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_savings_members_book_key",
                table: "savings_members",
                column: "book_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_savings_members_group_id",
                table: "savings_members",
                column: "group_id");

            // What each account holds: beside its newest entry. A migration that makes one of these tables anew loses its triggers: it must make them again.
            migrationBuilder.Sql("""
                CREATE VIEW savings_balances AS SELECT a.number, coalesce((
                    SELECT CASE WHEN e.dr = a.number THEN e.dr_balance ELSE e.cr_balance END FROM savings_entries e WHERE e.seq = max(
                        coalesce((SELECT d.seq FROM savings_entries d WHERE d.dr = a.number ORDER BY d.seq DESC LIMIT 1), 0),
                        coalesce((SELECT c.seq FROM savings_entries c WHERE c.cr = a.number ORDER BY c.seq DESC LIMIT 1), 0))), 0) AS balance
                FROM savings_accounts a;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_entries_only_next BEFORE INSERT ON savings_entries
                WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM savings_entries)
                OR NEW.prev_hash <> coalesce((SELECT hash FROM savings_entries ORDER BY seq DESC LIMIT 1), zeroblob(32))
                OR EXISTS (SELECT 1 FROM savings_entries WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM savings_entries WHERE reverses = NEW.reverses)
                OR EXISTS (SELECT 1 FROM savings_entries WHERE hold = NEW.hold)
                BEGIN SELECT RAISE(ABORT, 'The ledger takes only the entry after its last, each id once, each reversal once and each payment once.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_entries_accounts BEFORE INSERT ON savings_entries
                WHEN NOT EXISTS (SELECT 1 FROM savings_accounts d JOIN savings_accounts c ON c.number = NEW.cr WHERE d.number = NEW.dr AND d.currency = c.currency)
                OR EXISTS (SELECT 1 FROM savings_ends WHERE what = 'Account' AND target IN (NEW.dr, NEW.cr) AND behind < NEW.seq)
                BEGIN SELECT RAISE(ABORT, 'An entry goes between two open accounts of one currency.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_entries_balances BEFORE INSERT ON savings_entries
                WHEN NEW.dr_balance IS NOT (SELECT b.balance + a.side * NEW.amount FROM savings_accounts a JOIN savings_balances b ON b.number = a.number WHERE a.number = NEW.dr)
                OR NEW.cr_balance IS NOT (SELECT b.balance - a.side * NEW.amount FROM savings_accounts a JOIN savings_balances b ON b.number = a.number WHERE a.number = NEW.cr)
                BEGIN SELECT RAISE(ABORT, 'The balances behind an entry are those before it and its amount.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_entries_not_below BEFORE INSERT ON savings_entries
                WHEN (NEW.cr_balance < 0 AND (SELECT guarded FROM savings_accounts WHERE number = NEW.cr))
                OR (SELECT guarded FROM savings_accounts WHERE number = NEW.dr) AND NEW.dr_balance < (SELECT coalesce(sum(h.amount), 0) FROM savings_holds h
                    WHERE h.account = NEW.dr AND h.behind < NEW.seq AND h.expires_at > NEW.recorded_at AND h.number IS NOT NEW.hold
                    AND NOT EXISTS (SELECT 1 FROM savings_entries e WHERE e.hold = h.number)
                    AND NOT EXISTS (SELECT 1 FROM savings_ends x WHERE x.what = 'Hold' AND x.target = h.number AND x.behind < NEW.seq))
                BEGIN SELECT RAISE(ABORT, 'No balance goes below zero, or below what is kept back.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_entries_reversal BEFORE INSERT ON savings_entries
                WHEN NEW.reverses IS NOT NULL AND NOT EXISTS (SELECT 1 FROM savings_entries e
                    WHERE e.seq = NEW.reverses AND e.reverses IS NULL AND e.dr = NEW.cr AND e.cr = NEW.dr AND e.amount = NEW.amount)
                BEGIN SELECT RAISE(ABORT, 'A reversal takes back one whole entry that is no reversal.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_entries_payment BEFORE INSERT ON savings_entries
                WHEN NEW.hold IS NOT NULL AND NOT EXISTS (SELECT 1 FROM savings_holds h
                    WHERE h.number = NEW.hold AND h.account = NEW.dr AND h.amount = NEW.amount AND h.behind < NEW.seq AND h.expires_at > NEW.recorded_at
                    AND h.maker <> NEW.confirmer AND NOT EXISTS (SELECT 1 FROM savings_ends x WHERE x.what = 'Hold' AND x.target = h.number AND x.behind < NEW.seq))
                BEGIN SELECT RAISE(ABORT, 'A payment ends one whole hold that stands, and who asked for it does not approve it.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_accounts_only_next BEFORE INSERT ON savings_accounts
                WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM savings_accounts)
                OR EXISTS (SELECT 1 FROM savings_accounts WHERE kind = NEW.kind AND owner = NEW.owner AND pocket = NEW.pocket AND currency = NEW.currency)
                BEGIN SELECT RAISE(ABORT, 'The ledger takes only the account after its last, each once.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_holds_only_next BEFORE INSERT ON savings_holds
                WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM savings_holds) OR EXISTS (SELECT 1 FROM savings_holds WHERE id = NEW.id)
                OR NOT EXISTS (SELECT 1 FROM savings_accounts WHERE number = NEW.account AND kind = 'MemberSavings')
                BEGIN SELECT RAISE(ABORT, 'The ledger takes only the hold after its last, each id once, on savings of a member.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_ends_only_next BEFORE INSERT ON savings_ends
                WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM savings_ends) OR EXISTS (SELECT 1 FROM savings_ends WHERE what = NEW.what AND target = NEW.target)
                OR NOT EXISTS (SELECT 1 FROM savings_holds WHERE NEW.what = 'Hold' AND number = NEW.target UNION ALL SELECT 1 FROM savings_accounts WHERE NEW.what = 'Account' AND number = NEW.target)
                BEGIN SELECT RAISE(ABORT, 'The ledger takes only the end after its last, each hold and account once.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_entries_no_change BEFORE UPDATE ON savings_entries
                BEGIN SELECT RAISE(ABORT, 'The ledger is only added to: nothing in it can be changed.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_entries_no_removal BEFORE DELETE ON savings_entries
                BEGIN SELECT RAISE(ABORT, 'The ledger is only added to: nothing in it can be removed.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_accounts_no_change BEFORE UPDATE ON savings_accounts
                BEGIN SELECT RAISE(ABORT, 'The ledger is only added to: nothing in it can be changed.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_accounts_no_removal BEFORE DELETE ON savings_accounts
                BEGIN SELECT RAISE(ABORT, 'The ledger is only added to: nothing in it can be removed.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_holds_no_change BEFORE UPDATE ON savings_holds
                BEGIN SELECT RAISE(ABORT, 'The ledger is only added to: nothing in it can be changed.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_holds_no_removal BEFORE DELETE ON savings_holds
                BEGIN SELECT RAISE(ABORT, 'The ledger is only added to: nothing in it can be removed.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_ends_no_change BEFORE UPDATE ON savings_ends
                BEGIN SELECT RAISE(ABORT, 'The ledger is only added to: nothing in it can be changed.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER savings_ends_no_removal BEFORE DELETE ON savings_ends
                BEGIN SELECT RAISE(ABORT, 'The ledger is only added to: nothing in it can be removed.'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP VIEW savings_balances;");
            migrationBuilder.DropTable(
                name: "savings_accounts");

            migrationBuilder.DropTable(
                name: "savings_ends");

            migrationBuilder.DropTable(
                name: "savings_entries");

            migrationBuilder.DropTable(
                name: "savings_groups");

            migrationBuilder.DropTable(
                name: "savings_holds");

            migrationBuilder.DropTable(
                name: "savings_members");
        }
    }
}
