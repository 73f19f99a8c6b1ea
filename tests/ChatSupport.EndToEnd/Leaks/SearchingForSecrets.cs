using System.Text;

namespace ChatSupport.EndToEnd.Leaks;

/// <summary>A search that finds nothing proves nothing, unless it finds what is there.</summary>
public sealed class SearchingForSecrets
{
    [Fact]
    public void Finds_every_form_of_every_kind_of_secret_in_the_midst_of_other_bytes()
    {
        var secrets = new Secrets(1);
        secrets.Latin("Latin");
        secrets.Khmer("Khmer");
        secrets.Digits("digits");
        secrets.Number("number");
        secrets.Degrees("degrees", 10);
        secrets.Remember("key", [1, 2, 3, 4, 5, 6, 7, 8]);

        foreach (var secret in secrets.All)
        {
            foreach (var (form, bytes) in Disguises.Of(secret))
            {
                var remains = new Remains();
                remains.Add("a file", [0, 255, .. bytes, 0, 255]);
                Assert.Contains(remains.Find([secret]), line => line.StartsWith("a file at 2: ", StringComparison.Ordinal) && line.EndsWith(form, StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData("base64", 0)]
    [InlineData("base64", 1)]
    [InlineData("base64", 2)]
    public void Finds_a_secret_inside_of_a_longer_encoded_text(string form, int before)
    {
        var secrets = new Secrets(2);
        var text = $"{new string('x', before)}{secrets.Khmer("text")} and more";
        var remains = new Remains();
        remains.Add("a file", Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));

        Assert.Contains(remains.Find(secrets.All), line => line.Contains(form, StringComparison.Ordinal));
    }

    [Fact]
    public void Finds_it_in_a_file_of_any_name_and_in_the_name_itself()
    {
        var secrets = new Secrets(3);
        var folder = ChatSupportProcess.NewFolder();
        Directory.CreateDirectory(Path.Combine(folder, ".hidden", "deeper"));
        File.WriteAllText(Path.Combine(folder, ".hidden", "deeper", ".file"), secrets.Latin("content"));
        File.WriteAllText(Path.Combine(folder, secrets.Latin("name")), "x");
        var remains = new Remains();

        remains.AddFolder(folder);

        Assert.Equal(["content, as it is, UTF-8", "name, as it is, UTF-8"],
            remains.Find(secrets.All).Where(line => line.EndsWith("as it is, UTF-8", StringComparison.Ordinal)).Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]).Order());
        Directory.Delete(folder, recursive: true);
    }
}
