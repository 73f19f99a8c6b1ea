using System.Collections.Immutable;
using ChatSupport.Savings.Amounts;

namespace ChatSupport.Savings.Meetings;

/// <summary>A leader hands cash over to the safe: she offers, and nothing is entered before who receives it has counted it.</summary>
internal static class HandingOver
{
    /// <summary>Offers cash; an earlier offer in the same currency is taken back.</summary>
    public static Said Give(MeetingPen pen, string text)
    {
        var read = MoneyReader.Read(text, new CashRules(pen.Ledger.Options.CashStep));
        if (read is not MoneyReading.Read { Amounts: var amounts })
            return new Said(read is MoneyReading.Ask ? "unclear" : "not-understood");
        if (amounts.FirstOrDefault(amount => pen.Float(pen.Leader.Id, amount.Currency).Minor < amount.Minor) is { Minor: > 0 })
            return new Said("float-too-small");
        foreach (var amount in amounts)
        {
            var code = CurrencyFacts.Of(amount.Currency).Code;
            if (Offers(pen).FirstOrDefault(offer => offer.Currency == code) is { } before)
            {
                if (before.Amount == amount.Minor)
                    continue; // sent again
                MeetingRows.Write(pen.Session, before with { State = HandoverState.Kept });
            }
            MeetingRows.Write(pen.Session, new HandoverOffer(pen.NewId($"handover {code}"), pen.Leader.Id, code, amount.Minor, pen.Ledger.Now, HandoverState.Offered, null));
        }
        return new Said("done");
    }

    /// <summary>Takes back what she offered and nobody has counted yet.</summary>
    public static Said Keep(MeetingPen pen)
    {
        foreach (var offer in Offers(pen))
            MeetingRows.Write(pen.Session, offer with { State = HandoverState.Kept });
        return new Said("done");
    }

    /// <summary>What she offered and nobody has counted yet.</summary>
    public static ImmutableArray<HandoverOffer> Offers(MeetingPen pen) => [.. MeetingRows.Offered(pen.Session, pen.Leader.Id)];
}
