using MudBlazor;

namespace ChatSupport.Staff.Shell;

/// <summary>Colours and letters of the console. Only letters that the device has: nothing is fetched from others.</summary>
internal static class Looks
{
    private static readonly string[] letters = ["system-ui", "Segoe UI", "Noto Sans", "Khmer OS", "Noto Sans Khmer", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight { Primary = "#00566b", Secondary = "#8a3b12", AppbarBackground = "#00566b", TextSecondary = "#50565a", Success = "#1b6e35", Warning = "#8a5a00", Error = "#b3261e", Info = "#0b5cad" },
        PaletteDark = new PaletteDark { Primary = "#7fd0e6", Secondary = "#f0b08c", AppbarBackground = "#0f2a33", TextSecondary = "#c3c8cc", Success = "#7fd39a", Warning = "#f2c066", Error = "#ffb4ab", Info = "#9cc9ff", PrimaryContrastText = "#00222b", SuccessContrastText = "#00222b", WarningContrastText = "#00222b", ErrorContrastText = "#00222b", InfoContrastText = "#00222b" },
        Typography = new Typography { Default = new DefaultTypography { FontFamily = letters } },
    };
}
