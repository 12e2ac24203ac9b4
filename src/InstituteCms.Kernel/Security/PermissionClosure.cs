using OrchardCore.Security.Permissions;

namespace InstituteCms.Kernel.Security;

/// <summary>The permissions any of which grants one: itself, and whatever implies it, directly or not.</summary>
internal static class PermissionClosure
{
    public static IReadOnlySet<string> Of(Permission permission)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var rest = new Stack<Permission>([permission]);
        while (rest.TryPop(out var next))
        {
            if (names.Add(next.Name))
            {
                foreach (var implying in next.ImpliedBy ?? [])
                {
                    rest.Push(implying);
                }
            }
        }

        return names;
    }
}
