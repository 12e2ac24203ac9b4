namespace InstituteCms.Kernel.Recipes;

/// <summary>A recipe that cannot be carried out; the message names the recipe, the step and the reason.</summary>
internal sealed class RecipeException : Exception
{
    public RecipeException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
