using System.Text;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Reports.Sealing.Receipts;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Tests.Reports.Sealing;

/// <summary>What version 1 wrote is opened for ever. A change that fails here needs a new version, not another text here.</summary>
public sealed class FilesOfOlderVersions
{
    [Fact]
    public void The_line_within_a_file_is_this() => Assert.Equal(
        "1 chatsupport answer case 3f2504e04f8941d39a0c0305e82c3301 row 0e984725c51c4bf49960e1c80e27aba0 epoch 7 bytes 42\n", Encoding.ASCII.GetString(Some.Place.Line(42)));

    [Theory]
    [InlineData(Purpose.Answer, "answer")]
    [InlineData(Purpose.Identity, "identity")]
    [InlineData(Purpose.Attachment, "attachment")]
    [InlineData(Purpose.Note, "note")]
    [InlineData(Purpose.Message, "message")]
    [InlineData(Purpose.CaseKey, "case-key")]
    [InlineData(Purpose.ThreadKey, "thread-key")]
    [InlineData(Purpose.Export, "export")]
    internal void Each_purpose_has_its_word(Purpose purpose, string word)
    {
        Assert.StartsWith($"1 chatsupport {word} case ", Encoding.ASCII.GetString((Some.Place with { Purpose = purpose }).Line(0)), StringComparison.Ordinal);
        Assert.Equal(8, Enum.GetValues<Purpose>().Length);
    }

    [Fact]
    public void The_longest_line_is_no_longer_than_it_may_be() =>
        Assert.InRange(new SealedPlace(Purpose.Attachment, Guid.NewGuid(), Guid.NewGuid(), uint.MaxValue).Line(1L << 40).Length, 1, SealedPlace.LongestLine);

    [Fact]
    public void A_sealed_answer_opens()
    {
        using var identity = Some.Golden;
        Assert.True(Armor.TryRead(Answer, out var file));

        Assert.Equal("ខ្ញុំចង់ប្រាប់", Encoding.UTF8.GetString(SealedFile.Open(file, Some.Place, identity)));
        Assert.Equal(Answer, Armor.Write(file).TrimEnd());
    }

    [Fact]
    public void A_signed_list_is_taken_and_signed_the_same()
    {
        Assert.True(RootSecret.TryParse("REPORTS-ROOT-SECRET-1ZYG3ZYG3ZYG3ZYG3ZYG3ZYG3ZYG3ZYG3ZYG3ZYG3ZYG3ZYG3ZYGS9Q9JCZ", out var root));
        using var identity = Some.Golden;
        using (root)
        {
            var read = ReaderList.Read(List, root.Public, out _);

            Assert.Equal([identity.Recipient], read!.All.Select(reader => reader.Key));
            Assert.Equal(List, Some.List(root, Some.Reader(key: identity.Recipient)).Sign(root));
        }
    }

    [Fact]
    public async Task A_receipt_opens()
    {
        using var gate = new KdfGate(1, 1, TimeSpan.FromMinutes(5), TimeProvider.System);
        Assert.True(ReceiptCode.TryParse("1234 5678 9012 3456 7890", out var code));
        var kept = Convert.FromHexString(
            "010002000003f02df10dd398f74c866634e758b77e7f6e007b557ac5c67d22a287dd825e7d064071f1747b1427773f"
            + "e59dfa152ed098c64482418bfe7e1dc1c72658b546cb79629ec14cba663b7056a4c185a37334192c22462865746eed");

        using var opened = await new ReceiptLock([.. Enumerable.Repeat((byte)0x22, 32)], gate).Open(code, kept, TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Repeat((byte)0x42, 32), opened!.ToBytes());
    }

    [Fact]
    public void Two_sheets_give_the_key()
    {
        string[] sheets =
        [
            "RECOVERY-SHEET-1QYQC9K4N92DWMLA5XWAU8GLXUR9NKQEF799VFWK30Y2C0UGD0M3D0DD0JX8Z8F2F4WNHRWRHPWNE2YAWDKZWXT3A5GNQU6JSU2LGXYW5LX4209G06VVFAYG8FKJ5A",
            "RECOVERY-SHEET-1QYPG9K4N92DWMLA5W8UCRCDY52YHJSTTKVYGD7YN8DTUTV608JSFTALD60XXRECTA8JKWQRH50XL0UJ7MPMDYJ2GHJZKCP7TDZSPKR2PUTM0AE4SN3TFR9CWHY6N4",
            "RECOVERY-SHEET-1QYPC9K4N92DWMLA5X0AR2J096AG7CT7X59K8LCRYFS5P9G8UC9FEDWLGUHT5MY26MNFJ2S34UX8MTVQUNG6FQZC2LMRJU3VF9T39JNCR5Z6TEF8JMC2D84G0MZ599",
        ];
        foreach (var (one, other) in new[] { (0, 1), (0, 2), (1, 2) })
        {
            Assert.True(RecoverySheets.TryJoin(sheets[one], sheets[other], out var key, out _));
            using (key)
                Assert.Equal(Enumerable.Repeat((byte)0x42, 32), key.ToBytes());
        }
    }

    private const string List = """
        chatsupport readers 1
        root reports-root16p9tyvn59w62kwsndz75v90yumgzyj4hrgqkhtu9yz3n9jthsumsm69qg4
        version 1 signed 2026-11-24T08:00:00Z
        worker dara key 1 age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj from 2026-11-23T08:00:00Z until 2026-12-24T08:00:00Z good
        signature GIC/1OFw2wX8CcTajWf5PWPzLfkFyFcpxvkFBlNF5BYmXeA0UIEjgGHURn6eybCda5awZJHvO8RSh+0MBY5lDg==

        """;

    private const string Answer = """
        -----BEGIN AGE ENCRYPTED FILE-----
        YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSAxRmFaN1pTRnQ0dlVxTEVK
        K2lNMFA0aFNlRTVKclJ2L3ovbExDRDJiSG5zCkQwN3RmZEgrN041dmVkbUVhcVF2
        NEE2bW4wa3NnRVkxaEEvSFdzQkhNM1UKLS0tIGlsQ3lQUS90U1lWdDFBTmRkOGZE
        UFptdVBlWUdZVTJHbno4OFA3RHhQK0UKKnhe2WTQz2eJb9jamTTSp97XlXI3KdzN
        /ittDaho2MkTV/1NlGTgY9HSogIbctCc4nVY2NJzK8ANtYf2VduXrx9/iKrirEaV
        USsVuQ/B2koq9kyTVNUdpwR80KIlmUHcIZqh0brp3Ohn/tfnPoysIkcP7gH1FE6/
        VjAaB92MkLPRwGc/OX/8jKQbF2+yBrOenfnFbMnKm82ggj8+VenzOsaeh/oTxCRl
        8O6l1KzmzYAE9aY/MbtyyGh7Z9JDybGu1wLG1N9WUvcZNm2meSC0uNSiwyTYVU2H
        nzdKYUidPS80QlH0UFxNBFMaaMqjBy/z/KJNgG7iOhGSCqLpV5hLNKEt24y/BSL4
        QhnhdSyzF1l/AElSfPocegSqpGnb+AYx5uQkQldWYIYtFBKEXAZjlDRHHP5JoSE6
        6TGri2nfrosBnCUU3+kKuoxGe/1wcVO4lAsZC6f8dM8v+e2+mBEqd2F2pzYMQTWo
        qoO9gJsD9nEPUJwGiSUX19bNLXlZo1rpM0sSVEh2sRDel4pVBXCe0HJUSLUxkoIZ
        rx81XQ94iw/LaDuw+VtYItZv7eZRuZCR/oT7nXxd9ezZMQ58Ah4sHJmwCuq7+U2o
        IvIf+wefqVAbDdYONcNcUhHA6Y8F2yOUtoEimySBB7trEU+hRO9TzLwyjHegL/Nj
        gZWsyg0IUoPQtZ4kZH4hw17DN2KJP7zh8bRktDFr7Efb7/0yWUKnbqigVv/36PAb
        jF8oMbeH8tFroWRgEI0Z3xTvg4ui+aEMIdyf2gBo8upAtULqBiOmCLS4kd7wpKDq
        6GdCiJJhYGVtwVvynus5noCdZ+SJlXMjGrEXm9L9Q3nxBr3TC6DHJkIFUY1PCDsB
        xi6Jeu4gUdV94ohkE44x1eGeimhYYPyUm4mfLKEyLgU56JyIY0mSyGH22d07wcds
        CpHbmaYqPPiTGsjlwCpIIBvDjjRWzHRguvIoHF55INp2/KGvuc5fbwDt4p41bNrP
        +vCP93YcZX8PK0TTRcgU7wIJqFqEZRzhdmHegTkzMSNisgG8KbhfQhVPfitNBEB/
        oX57B1v2Eynv0IzGJB6okjnBJt0pAUJvaO779k5Ng4QlKfec6MKL9Cqf1lb7FweX
        lVLKUga3wKAvMR3pLCQU6I8tCZGpsNlsqYPZPwuNBhSVsVzdhJUwdJQIRqdkxh+T
        iRZu/1pQjP5DbtgpOVhtu0Lte09QTXnj+3SzWTipbPLs1F0kyYOOLQ7YkEaf0cA7
        BiyCf8T2QN6JHhqAtW/J7nOUpvzzvLkEeLg9ascEkQVDf2gQddZmSPjh4z2A8m4l
        dzWFJGDaigBezFmWC4cpZutDcGL3PDSWTDHbaWQrbx7PAdQ8hqfSjXKgQ71XIOuQ
        +DwsuyXRRCwYd0vC/d/olUByHNCdUUac
        -----END AGE ENCRYPTED FILE-----
        """;
}
