using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Storage.Encryption;

/// <summary>What proves at the start that the keys are those that the database was written with.</summary>
internal sealed class KeySeal
{
    /// <summary>Which key it proves: <c>field</c> or <c>lookup</c>.</summary>
    public required string Name { get; init; }

    public required byte[] Proof { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<KeySeal>
    {
        public void Configure(EntityTypeBuilder<KeySeal> seal)
        {
            seal.ToTable("key_seals");
            seal.HasKey(s => s.Name);
            seal.Property(s => s.Name).HasColumnName("name");
            seal.Property(s => s.Proof).HasColumnName("proof");
        }
    }

    /// <summary>Checks the keys against the seals, or sets the seals where there are none.</summary>
    /// <param name="session">Open for writing.</param>
    /// <param name="ring">The keys.</param>
    /// <param name="anew">Set the seals even where there are some: nothing is stored that needs the older keys.</param>
    /// <exception cref="StartRefusedException">Other keys than those that the database was written with.</exception>
    public static void Check(StoreSession session, KeyRing ring, bool anew)
    {
        var stored = session["SELECT name, proof FROM key_seals"].All(row => (Name: row.GetString(0), Proof: (byte[])row.GetValue(1)));
        if (stored.Count == 0 || anew)
        {
            Set(session, "field", Prove(ring.FieldKey));
            Set(session, "lookup", Prove(ring.LookupKey));
            return;
        }
        if (Fits(session, ring) is { } wrong)
            throw new StartRefusedException(KeyOptions.Section + ":Folder", wrong, "Put the key files and the database of the same installation together again.");
    }

    /// <summary>Looks whether the keys are those that the database was written with.</summary>
    /// <returns>What is wrong, a sentence; null where they fit, or nothing was sealed yet.</returns>
    public static string? Fits(StoreSession session, KeyRing ring)
    {
        foreach (var (name, proof) in session["SELECT name, proof FROM key_seals"].All(row => (row.GetString(0), (byte[])row.GetValue(1))))
        {
            var mine = Prove(name == "field" ? ring.FieldKey : ring.LookupKey);
            if (!CryptographicOperations.FixedTimeEquals(mine, proof))
                return $"{name}.key is not the key that this database was written with.";
        }
        return null;
    }

    private static void Set(StoreSession session, string name, byte[] proof) =>
        session["INSERT INTO key_seals (name, proof) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET proof = excluded.proof"].Run(name, proof);

    private static byte[] Prove(byte[] key) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes("chatsupport key seal 1"));
}
