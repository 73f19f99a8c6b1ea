using System.Text;
using ChatSupport.Channels.DirectLine;
using ChatSupport.Storage.Encryption;
using Microsoft.Data.Sqlite;

namespace ChatSupport.EndToEnd.Leaks;

/// <summary>What the database says to who holds the keys, and which of its columns say something to everybody.</summary>
internal static class Opened
{
    /// <summary>Columns that are sealed, or hold a keyed hash.</summary>
    public static IReadOnlySet<string> Sealed { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "conversations.state", "conversations.address", "outbox.body", "web_activities.body", "web_files.body", "web_conversations.ticket", "link_codes.code", "missed_by.hash", "missed_by.worker", "screen_seen.worker",
        "desk_chats.body", "desk_educators.body", "desk_lines.body", "desk_files.body", "desk_referrals.body", "desk_invitations.hash",
        "savings_groups.body", "savings_members.body", "savings_members.book_key", "savings_float_limits.body", "savings_leaders.link_hash",
        "savings_wishes.body", "savings_pins.open", "savings_pins.both", "savings_seat_codes.hash",
        // Of reports: what readers alone can open, and what her number opens; keyed hashes; and where she may be written to.
        "report_items.sealed", "report_messages.sealed", "report_grants.sealed", "report_receipts.locked", "report_routes.route", "report_routes.owner", "report_drafts.owner",
        "report_keys.sealed",
    };

    /// <summary>Columns in clear, none of which holds what a worker typed or sent, or who she is: keys that are keyed hashes, numbers of this program or of
    /// messages within a chat, kinds, times, and the content that everybody reads.</summary>
    public static IReadOnlySet<string> Clear { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "conversations.key", "conversations.version", "conversations.recent", "conversations.menu",
        "inbox.number", "inbox.id", "inbox.at",
        "messages.number", "messages.conversation", "messages.message_id", "messages.at",
        "outbox.id", "outbox.conversation", "outbox.turn", "outbox.part", "outbox.at", "outbox.forgets", "outbox.failure",
        "schedule.conversation", "schedule.kind", "schedule.due_at", "schedule.look_at",
        "link_codes.conversation", "link_codes.expires_at", "link_codes.wrong", "link_codes.locked_until",
        "web_conversations.conversation", "web_conversations.site", "web_conversations.in_place", "web_conversations.last_number", "web_conversations.locale",
        "web_conversations.ticket_until", "web_conversations.changed_at",
        "web_activities.conversation", "web_activities.number", "web_activities.born", "web_activities.origin", "web_activities.at",
        "screen_counts.week", "screen_counts.screen", "screen_counts.language", "screen_counts.workers", "screen_counts.visits", "screen_counts.went_on",
        "screen_counts.back", "screen_counts.missed", "screen_counts.found_nothing", "screen_counts.listened",
        "screen_seen.week", "screen_seen.screen", "screen_seen.language", "missed_by.times", "missed_by.last_week",
        "missed_words.screen", "missed_words.word", "missed_words.times", "missed_words.open_times", "missed_words.last_week", // what five others typed as well
        "web_files.key", "web_files.conversation", "web_files.content_type", "web_files.at",
        "desk_chats.id", "desk_chats.worker", "desk_chats.owner", "desk_chats.is_open", "desk_chats.level", "desk_chats.arrived_at", "desk_chats.closed_at", "desk_chats.next_at",
        "desk_educators.id", "desk_educators.conversation", "desk_educators.next_at", "desk_invitations.educator", "desk_invitations.until",
        "desk_lines.number", "desk_lines.chat", "desk_lines.author", "desk_lines.state", "desk_lines.source", "desk_lines.at",
        "desk_referrals.id", "desk_referrals.chat", "desk_referrals.state", "desk_referrals.version", "desk_referrals.granted_version", "desk_referrals.granted_at", "desk_referrals.until",
        "desk_referrals.sent_at", "desk_referrals.revoked_at", "desk_referrals.begun_by", "desk_referrals.confirmed_by", "desk_referrals.next_at",
        "desk_files.key", "desk_files.chat", "desk_files.content_type",
        "desk_copies.conversation", "desk_copies.message_id", "desk_copies.chat", "desk_copies.line", "desk_copies.at",
        "desk_events.number", "desk_events.chat", "desk_events.kind", "desk_events.level", "desk_events.who", "desk_events.millis", "desk_events.at",
        // The ledger: numbers, opaque ids, amounts, hashes. Which person an id belongs to is in no column.
        "savings_accounts.number", "savings_accounts.kind", "savings_accounts.owner", "savings_accounts.pocket", "savings_accounts.currency", "savings_accounts.opened_by",
        "savings_accounts.opened_at", "savings_accounts.hash", "savings_accounts.seal", "savings_accounts.side", "savings_accounts.guarded", "savings_entries.seq",
        "savings_entries.id", "savings_entries.request", "savings_entries.kind", "savings_entries.dr", "savings_entries.cr", "savings_entries.amount",
        "savings_entries.occurred_on", "savings_entries.recorded_at", "savings_entries.reason", "savings_entries.maker", "savings_entries.confirmer", "savings_entries.reverses",
        "savings_entries.hold", "savings_entries.link", "savings_entries.dr_balance", "savings_entries.cr_balance", "savings_entries.prev_hash", "savings_entries.hash",
        "savings_entries.seal", "savings_holds.number", "savings_holds.id", "savings_holds.request", "savings_holds.account", "savings_holds.amount", "savings_holds.behind",
        "savings_holds.maker", "savings_holds.placed_at", "savings_holds.expires_at", "savings_holds.hash", "savings_holds.seal", "savings_ends.number", "savings_ends.what",
        "savings_ends.target", "savings_ends.behind", "savings_ends.reason", "savings_ends.ended_by", "savings_ends.at", "savings_ends.hash", "savings_ends.seal",
        "savings_groups.id", "savings_groups.founded_at", "savings_members.id", "savings_members.group_id", "savings_members.joined_at", "savings_members.left_at",
        // The office: ids of members, holds and accounts of the staff, amounts, single words, times.
        "savings_openings.member", "savings_openings.currency", "savings_openings.keyed_by", "savings_openings.amount", "savings_openings.sheet", "savings_openings.keyed_at",
        "savings_proposals.id", "savings_proposals.kind", "savings_proposals.entry", "savings_proposals.dr", "savings_proposals.cr", "savings_proposals.amount", "savings_proposals.reason",
        "savings_proposals.maker", "savings_proposals.made_at", "savings_decisions.proposal", "savings_decisions.is_confirmed", "savings_decisions.decided_by", "savings_decisions.decided_at",
        "savings_approvals.hold", "savings_approvals.approved_by", "savings_approvals.approved_at", "savings_approvals.seal", "savings_float_limits.leader", "savings_float_limits.riel", "savings_float_limits.cents",
        "savings_book_checks.number", "savings_book_checks.member", "savings_book_checks.at_seq", "savings_book_checks.book_riel", "savings_book_checks.book_cents",
        "savings_book_checks.ledger_riel", "savings_book_checks.ledger_cents", "savings_book_checks.checked_by", "savings_book_checks.seen_by", "savings_book_checks.note", "savings_book_checks.checked_at",
        "savings_leaders.id", "savings_leaders.group_id", "savings_leaders.conversation", "savings_leaders.link_until", "savings_leaders.made_at", "savings_leaders.left_at",
        "savings_meetings.id", "savings_meetings.group_id", "savings_meetings.day", "savings_meetings.state", "savings_meetings.opener", "savings_meetings.closer",
        "savings_meetings.confirmed_by", "savings_meetings.expected_riel", "savings_meetings.expected_cents", "savings_meetings.opened_at", "savings_meetings.closed_at", "savings_attendance.meeting", "savings_attendance.member",
        "savings_attendance.here", "savings_attendance.refusals", "savings_counts.meeting", "savings_counts.currency", "savings_counts.note", "savings_counts.pieces",
        "savings_counts.counted_by", "savings_handovers.id", "savings_handovers.leader",
        "savings_handovers.currency", "savings_handovers.amount", "savings_handovers.at", "savings_handovers.state", "savings_handovers.taken_by", "savings_corrections.id",
        "savings_corrections.entry", "savings_corrections.meeting", "savings_corrections.leader", "savings_corrections.at", "savings_corrections.declined_by",
        // Seats: opaque ids, times, and numbers that the ledger holds as well.
        "savings_seats.conversation", "savings_seats.member", "savings_seats.linked_at", "savings_seats.is_taken_off", "savings_seats.reminded_of", "savings_seats.told_of",
        "savings_seat_codes.member", "savings_seat_codes.what", "savings_seat_codes.until", "savings_seat_asks.member", "savings_seat_asks.what", "savings_seat_asks.asked_by",
        "savings_seat_asks.until", "savings_pins.member", "savings_pins.salt", "savings_pins.memory_kib", "savings_pins.passes", "savings_pins.wrong", "savings_pins.locked_until",
        "savings_pins.changes", "savings_pins.changed_on", "savings_pins.wrong_at", "savings_wishes.member", "savings_limits.member", "savings_limits.cap_riel", "savings_limits.cap_cents",
        "savings_limits.has_delay", "savings_limits.next_cap_riel", "savings_limits.next_cap_cents", "savings_limits.next_has_delay", "savings_limits.next_at",
        "savings_limits.cool_until", "savings_limits.free_until", "savings_disputes.id", "savings_disputes.member", "savings_disputes.entry", "savings_disputes.opened_at",
        "savings_disputes.due_at", "savings_disputes.closed_at", "savings_disputes.closed_by", "savings_disputes.verdict",
        // Reports: opaque ids, coded words, public keys, times. Nothing leads from a case to a chat but a consent, whose chat is sealed.
        "report_cases.id", "report_cases.state", "report_cases.risk", "report_cases.is_child", "report_cases.in_danger", "report_cases.epoch", "report_cases.case_key",
        "report_cases.thread_key", "report_cases.created_at", "report_cases.last_at", "report_cases.owner", "report_cases.closed_at", "report_cases.held_until",
        "report_cases.deletion_asked_at", "report_cases.version", "report_drafts.case_id", "report_drafts.about", "report_drafts.in_danger", "report_drafts.risk",
        "report_drafts.case_key", "report_drafts.began_at", "report_drafts.expires_at", "report_grants.id", "report_grants.case_id", "report_grants.purpose",
        "report_grants.epoch", "report_grants.staff", "report_grants.reader_epoch", "report_items.id", "report_items.case_id", "report_items.purpose", "report_items.question",
        "report_items.epoch", "report_items.at", "report_messages.id", "report_messages.case_id", "report_messages.from_reporter", "report_messages.epoch",
        "report_messages.at", "report_messages.seen_at", "report_messages.media", "report_receipts.locator", "report_receipts.case_id", "report_receipts.epoch", "report_routes.case_id",
        "report_routes.consented_at", "report_routes.words", "report_routes.expires_at", "report_routes.notice_at", "report_tombstones.case_id", "report_tombstones.at",
        "report_shown.conversation", "report_shown.message", "report_shown.erase_at",
        // Of the work on reports: coded words, days, and accounts of the staff.
        "report_keys.recipient", "report_keys.staff", "report_keys.kind", "report_keys.hint", "report_keys.made_at", "report_work.case_id", "report_work.follow_up_at",
        "report_conflicts.case_id", "report_conflicts.staff", "report_conflicts.at", "report_decisions.id", "report_decisions.case_id", "report_decisions.kind",
        "report_decisions.recipient", "report_decisions.reason", "report_decisions.begun_by", "report_decisions.begun_at", "report_decisions.confirmed_by",
        "report_decisions.confirmed_at", "report_consents.id", "report_consents.case_id", "report_consents.recipient", "report_consents.given_by", "report_consents.at",
        "report_consents.expires_at", "report_consents.withdrawn_at", "report_consents.recorded_by", "report_referrals.id", "report_referrals.case_id",
        "report_referrals.recipient", "report_referrals.state", "report_referrals.consent", "report_referrals.decision", "report_referrals.made_by", "report_referrals.at",
        "report_alerts.case_id", "report_alerts.since", "report_alerts.next_at", "report_alerts.times", "report_alerts.reached", "report_alerts.called_at", "report_alerts.seen_at",
        "report_alerts.seen_by", "report_holds.id", "report_holds.case_id", "report_holds.reason", "report_holds.days", "report_holds.begun_by", "report_holds.begun_at",
        "report_holds.confirmed_by", "report_holds.confirmed_at", "report_holds.ended_by", "report_holds.ended_at", "report_tasks.id", "report_tasks.case_id",
        "report_tasks.kind", "report_tasks.due_at", "report_tasks.made_by", "report_tasks.made_at", "report_tasks.done_by", "report_tasks.done_at",
        "report_counts.quarter", "report_counts.about", "report_counts.risk", "report_counts.count", "report_figures.quarter", "report_figures.shown", "report_figures.frozen_at",
        "telegram_topics.conversation", "telegram_topics.key", "telegram_topics.thread",
    };

    /// <summary>Tables of the program itself and of its staff, which hold nothing of workers.</summary>
    public static IReadOnlySet<string> Ours { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "__EFMigrationsHistory", "revisions", "revision_files", "key_seals",
        "staff", "staff_passkeys", "staff_links", "staff_sessions", "drafts", "publications", "recordings", "audit_entries",
    };

    /// <summary>Every <c>table.column</c> of the database.</summary>
    public static IReadOnlyList<string> Columns(SqliteConnection database) =>
        [.. Rows(database, "SELECT m.name, p.name FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'")
            .Select(row => $"{row[0]}.{row[1]}")];

    /// <summary>Everything sealed, opened.</summary>
    public static string All(SqliteConnection database, string keys)
    {
        using var cipher = new FieldCipher(KeyRing.Open(keys, credentials: null, hasStoredData: true, out _).FieldKey);
        var text = new StringBuilder();
        foreach (var row in Rows(database, "SELECT key, state, address FROM conversations"))
        {
            Open(row[1], new FieldPlace("conversations", "state", (string)row[0]));
            Open(row[2], new FieldPlace("conversations", "address", (string)row[0]));
        }
        foreach (var row in Rows(database, "SELECT conversation, origin, body FROM web_activities"))
            Open(row[2], WebActivityRow.Place((string)row[0], (string)row[1]));
        foreach (var row in Rows(database, "SELECT chat, body FROM desk_lines"))
            Open(row[1], new FieldPlace("desk_lines", "body", (string)row[0]));
        foreach (var row in Rows(database, "SELECT key, body FROM desk_files"))
            Open(row[1], new FieldPlace("desk_files", "body", (string)row[0]));
        foreach (var row in Rows(database, "SELECT id, body FROM desk_chats"))
            Open(row[1], new FieldPlace("desk_chats", "body", (string)row[0]));
        foreach (var row in Rows(database, "SELECT id, body FROM desk_referrals"))
            Open(row[1], new FieldPlace("desk_referrals", "body", (string)row[0]));
        foreach (var row in Rows(database, "SELECT member, body FROM savings_wishes"))
            Open(row[1], new FieldPlace("savings_wishes", "body", (string)row[0]));
        foreach (var row in Rows(database, "SELECT conversation, key, body FROM web_files"))
            Open(row[2], WebFileRow.Place((string)row[0], (string)row[1]));
        return text.ToString();

        void Open(object stored, FieldPlace place)
        {
            if (stored is byte[] bytes)
                text.AppendLine(Encoding.UTF8.GetString(cipher.Open(bytes, place)));
        }
    }

    private static List<object[]> Rows(SqliteConnection database, string query)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // the queries stand above
        command.CommandText = query;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }
}
