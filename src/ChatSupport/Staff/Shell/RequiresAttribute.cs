using ChatSupport.Staff.Roles;

namespace ChatSupport.Staff.Shell;

/// <summary>What a page of the console is for. A page without it is shown to nobody.</summary>
/// <param name="act">Who opens the page must be allowed this.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequiresAttribute(StaffAct act) : Attribute
{
    public StaffAct Act { get; } = act;
}

/// <summary>A page for who is not signed in: plain HTML, nothing live.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BeforeSignInAttribute : Attribute;
