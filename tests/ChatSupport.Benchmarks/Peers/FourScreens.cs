using System.Globalization;

namespace ChatSupport.Benchmarks.Peers;

/// <summary>The talk that every program is measured on: start, choice, text, done. The fourth screen takes further texts and lists all of them.</summary>
internal static class FourScreens
{
    /// <summary>How many updates one talk takes.</summary>
    public const int Turns = 4;

    /// <summary>The first word of each screen, in every program.</summary>
    private static readonly byte[][] markers = ["Hello."u8.ToArray(), "Which?"u8.ToArray(), "Write."u8.ToArray(), "Noted."u8.ToArray()];

    /// <summary>What the screen that a turn leads to says first.</summary>
    public static byte[] Marker(int turn) => markers[Math.Min(turn, Turns - 1)];

    /// <summary>The update with which the worker takes a turn.</summary>
    /// <param name="chat">Her chat, which saw the turns before.</param>
    /// <param name="turn">From 0.</param>
    /// <param name="update">Its number.</param>
    /// <param name="message">The number of her message, where she writes one.</param>
    public static string Update(Chat chat, int turn, int update, int message) => turn switch
    {
        0 => Message(chat, update, message, "/start", ""","entities":[{"offset":0,"length":6,"type":"bot_command"}]"""),
        1 or 2 => Press(chat, update),
        _ => Message(chat, update, message, Note(turn), ""),
    };

    /// <summary>What she writes at a turn.</summary>
    public static string Note(int turn) => string.Create(CultureInfo.InvariantCulture, $"n{turn - 2}");

    private static string Message(Chat chat, int update, int message, string text, string more) => string.Create(CultureInfo.InvariantCulture,
        $$$"""{"update_id":{{{update}}},"message":{"message_id":{{{message}}},"from":{{{Worker(chat)}}},"chat":{{{ChatOf(chat)}}},"date":1764000000,"text":"{{{text}}}"{{{more}}}}}""");

    private static string Press(Chat chat, int update) => string.Create(CultureInfo.InvariantCulture,
        $$$"""{"update_id":{{{update}}},"callback_query":{"id":"{{{update}}}","from":{{{Worker(chat)}}},"message":{"message_id":{{{chat.MenuMessage}}},"from":{"id":4242,"is_bot":true,"first_name":"Bench","username":"bench_bot"},"chat":{{{ChatOf(chat)}}},"date":1764000000,"text":"x"},"chat_instance":"1","data":"{{{chat.FirstButton}}}"}}""");

    private static string Worker(Chat chat) => string.Create(CultureInfo.InvariantCulture, $$$"""{"id":{{{chat.Id}}},"is_bot":false,"first_name":"A","language_code":"en"}""");

    private static string ChatOf(Chat chat) => string.Create(CultureInfo.InvariantCulture, $$$"""{"id":{{{chat.Id}}},"first_name":"A","type":"private"}""");
}
