using System.Text;

namespace ChatSupport.Fuzzing;

/// <summary>Sound bodies of the doors, and the words that they are made of.</summary>
internal static class DoorSamples
{
    private const string From = """ "from":{"id":5550001,"is_bot":false,"first_name":"S","language_code":"km"} """;
    private const string Chat = """ "chat":{"id":5550001,"type":"private","first_name":"S"} """;

    /// <summary>What stands for a number that no update had before.</summary>
    public const string NextNumber = "1234567";

    public static IReadOnlyList<byte[]> Updates { get; } = Bytes(
        Update($$$""" "message":{"message_id":77,"date":1795500000,{{{Chat}}},{{{From}}},"text":"ខ្ញុំចង់សួរ"} """),
        Update($$$""" "message":{"message_id":78,"date":1795500000,{{{Chat}}},{{{From}}},"text":"/start x","entities":[{"type":"bot_command","offset":0,"length":6}]} """),
        Update($$$""" "message":{"message_id":79,"date":1795500000,{{{Chat}}},{{{From}}},"location":{"latitude":10.62,"longitude":103.52}} """),
        Update($$$""" "message":{"message_id":80,"date":1795500000,{{{Chat}}},{{{From}}},"voice":{"file_id":"f","file_unique_id":"u","duration":3},"caption":"c"} """),
        Update($$$""" "message":{"message_id":81,"date":1795500000,{{{Chat}}},{{{From}}},"media_group_id":"1","photo":[{"file_id":"f","file_unique_id":"u","width":9,"height":6}]} """),
        Update($$$""" "message":{"message_id":82,"date":1795500000,{{{Chat}}},{{{From}}},"contact":{"phone_number":"1","first_name":"x"},"reply_to_message":{"message_id":1,"date":0,{{{Chat}}} },"forward_origin":{"type":"hidden_user","date":0,"sender_user_name":"x"} } """),
        Update($$$""" "edited_message":{"message_id":77,"date":1795500000,"edit_date":1795500009,{{{Chat}}},{{{From}}},"text":"x"} """),
        Update($$$""" "callback_query":{"id":"9",{{{From}}},"chat_instance":"1","data":"c-1","message":{"message_id":5,"date":0,{{{Chat}}} } } """),
        Update($$$""" "my_chat_member":{ {{{Chat}}},{{{From}}},"date":1,"old_chat_member":{"user":{"id":1,"is_bot":true,"first_name":"b"},"status":"member"},"new_chat_member":{"user":{"id":1,"is_bot":true,"first_name":"b"},"status":"kicked","until_date":0} } """),
        Update($$$""" "message":{"message_id":83,"date":1795500000,{{{Chat}}},{{{From}}},"migrate_to_chat_id":-100123} """),
        Update(""" "message":{"message_id":84,"date":1795500000,"chat":{"id":-100,"type":"supergroup","title":"g"},"text":"x"} """),
        Update(""" "poll_answer":{"poll_id":"1","option_ids":[0]} """));

    public static IReadOnlyList<byte[]> UpdateWords { get; } = Bytes([.. Json, .. Names(
        "update_id", "message", "edited_message", "callback_query", "my_chat_member", "message_id", "date", "chat", "from", "id", "type", "is_bot", "first_name", "language_code", "text", "entities", "caption", "voice", "photo",
        "location", "latitude", "longitude", "venue", "contact", "poll", "data", "chat_instance", "inline_message_id", "media_group_id", "migrate_to_chat_id", "new_chat_member", "status", "reply_to_message", "forward_origin",
        "file_id", "width", "height", "title", "new_chat_members", "sticker", "document", "pinned_message"),
        "\"private\"", "\"supergroup\"", "\"channel\"", "\"/start\"", "\"/x\"", "\"/forget\"", "\"kicked\"", "\"left\"", "5550001", "-100123", $"\"update_id\":{NextNumber}", Chat, From]);

    public static IReadOnlyList<byte[]> Activities { get; } = Bytes(
        """{"type":"message","text":"ខ្ញុំចង់សួរ","from":{"id":"dl_w","name":"n"},"locale":"km","channelData":{"clientActivityID":"a1","clientTimestamp":"t"}}""",
        """{"type":"message","text":"b:c-1","value":"b:c-1","channelData":{"postBack":true,"inPlace":true}}""",
        """{"type":"message","channelData":{"location":{"latitude":10.62,"longitude":103.5,"name":"x"}}}""",
        """{"type":"message","text":"x","attachments":[{"contentType":"image/png","contentUrl":"https://x.example/a","name":"n","content":{"a":1}}],"suggestedActions":{"actions":[]}}""",
        """{"type":"event","name":"leave"}""", """{"type":"event","name":"start"}""", """{"type":"event","name":"webchat/join","value":{"language":"km"}}""", """{"type":"messageUpdate","id":"a|0000001","text":"y"}""", """{"type":"typing"}""",
        """{"user":{"id":"dl_x"},"locale":"en","channelData":{"inPlace":true}}""");

    public static IReadOnlyList<byte[]> ActivityWords { get; } = Bytes([.. Json, .. Names(
        "type", "text", "from", "id", "name", "locale", "channelData", "clientActivityID", "clientTimestamp", "postBack", "inPlace", "location", "latitude", "longitude", "attachments", "contentType", "contentUrl", "content", "value",
        "replyToId", "user", "conversation", "entities", "suggestedActions", "timestamp"),
        "\"message\"", "\"event\"", "\"typing\"", "\"messageUpdate\"", "\"conversationUpdate\"", "\"leave\"", "\"start\"", "\"b:c-1\"", "\"b:n-back\"", "\"forget\"", "\"/x\""]);

    /// <summary>The boundary of the forms below.</summary>
    public const string Boundary = "----a";

    public static IReadOnlyList<byte[]> Uploads { get; } = Bytes(
        Form(Part("activity", "application/vnd.microsoft.activity", """{"type":"message","text":"x","channelData":{"clientActivityID":"u1"}}"""), Part("file\"; filename=\"a.jpg", "image/jpeg", "\u00FF\u00D8\u00FF picture")),
        Form(Part("file\"; filename=\"a.ogg", "audio/ogg", "OggS voice")),
        Form(Part("file", "image/gif", "GIF89a"), Part("file", "image/gif", "GIF87a"), Part("file", "text/html", "<script>")),
        Form());

    public static IReadOnlyList<byte[]> UploadWords { get; } = Bytes(
        "------a\r\n", "------a--\r\n", "\r\n", "\r\n\r\n", "Content-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n", "Content-Type: image/jpeg\r\n", "Content-Type: application/vnd.microsoft.activity\r\n", "Content-Type: \r\n",
        "Content-Transfer-Encoding: base64\r\n", "X: y\r\n", "\u00FF\u00D8\u00FF", "\u0089PNG\r\n\u001A\n", "GIF89a", "RIFFxxxxWEBP", "OggS", "ID3", "....ftypheic", "{", "}", "\"type\":\"message\"", "\0", "--", "----a", ":", ";", "=\"");

    private static string[] Json =>
    [
        "{", "}", "[", "]", ":", ",", "\"\"", "null", "true", "false", "0", "-1", "1e999", "1.5", "99999999999999999999", "2147483648", "\"x\"", "\"ក្រ\"", "\"\\uD800\"", "\"\\u0000\"", "\\", "\"", " ", "\n", "{}", "[]", "[[[[", "{\"a\":{\"a\":{\"a\":",
    ];

    private static string Update(string fields) => $"{{\"update_id\":{NextNumber},{fields}}}";

    private static string[] Names(params string[] names) => [.. names.Select(name => $"\"{name}\":")];

    private static string Form(params string[] parts) => $"{string.Concat(parts)}--{Boundary}--\r\n";

    private static string Part(string name, string type, string content) =>
        $"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\nContent-Type: {type}\r\n\r\n{content}\r\n";

    private static byte[][] Bytes(params string[] texts) => [.. texts.Select(text => text.Any(letter => letter > '\u00FF') ? Encoding.UTF8.GetBytes(text) : Encoding.Latin1.GetBytes(text))];
}
