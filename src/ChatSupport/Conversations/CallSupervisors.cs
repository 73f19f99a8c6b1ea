using ChatSupport.Storage;

namespace ChatSupport.Conversations;

/// <summary>Rings the phones of supervisors, in the transaction of who calls: one neutral line, that something in the console waits. It is read on a lock
/// screen, so it holds nothing else, whatever it is about.</summary>
/// <param name="session">The transaction.</param>
/// <param name="letters">Takes the lines.</param>
/// <param name="alsoSecond">Those who are called when the first did not help are called as well. They are called in any case where no first can be reached.</param>
/// <returns>How many phones; 0 where nobody can be reached.</returns>
internal delegate int CallSupervisors(StoreSession session, Letters letters, bool alsoSecond);
