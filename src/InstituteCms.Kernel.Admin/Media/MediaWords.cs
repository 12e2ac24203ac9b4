using InstituteCms.Kernel.Media;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Kernel.Admin.Media;

/// <summary>Says why a file was refused, and what to do.</summary>
internal static class MediaWords
{
    public static string Of(MediaProblem problem, string name, MediaLimits limits, IStringLocalizer S) => problem switch
    {
        MediaProblem.Empty => S["“{0}” is empty.", name],
        MediaProblem.TooLarge => S["“{0}” is too large: one file may have {1} MB.", name, limits.MaxFileMegabytes],
        MediaProblem.QuotaReached => S["There is no room for “{0}”: the files of this site may have {1} MB together. Delete what is not used any more.", name, limits.QuotaMegabytes],
        MediaProblem.TypeRefused => S["“{0}” is of a type that is not taken here. Pictures can be JPEG, PNG, WebP or GIF.", name],
        MediaProblem.NoPicture => S["“{0}” is not a picture, whatever its name says.", name],
        MediaProblem.ContentDisagrees => S["What is in “{0}” is of another type than its name says.", name],
        MediaProblem.Damaged => S["“{0}” is damaged: it cannot be read to its end.", name],
        MediaProblem.PictureTooLarge => S["“{0}” is too large: a picture may have {1} MB.", name, MediaLibrary.MaxPictureMegabytes],
        MediaProblem.TooManyPixels => S["“{0}” has too many points. Make it smaller than 50 megapixels, and send it again.", name],
        MediaProblem.BadName => S["“{0}” cannot be used as a name here: use letters or digits.", name],
        MediaProblem.NameTaken => S["There is something named “{0}” already.", name],
        MediaProblem.Gone => S["“{0}” is not there any more.", name],
        MediaProblem.OtherType => S["“{0}” is of another type than the file that it should replace.", name],
        MediaProblem.FolderNotEmpty => S["The folder “{0}” is not empty.", name],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
