namespace ChatSupport.Dialogs.Model;

/// <summary>A recording that was made of a screen in one language.</summary>
/// <param name="Hash">SHA-256 of its bytes, 64 small hexadecimal digits.</param>
/// <param name="Seconds">How long it takes, in whole seconds.</param>
/// <param name="Print">What the text of the screen was when it was recorded: a short hash of it.</param>
public sealed record Recording(string Hash, int Seconds, string Print);
