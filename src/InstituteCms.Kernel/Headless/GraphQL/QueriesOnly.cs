using GraphQL.Validation;
using GraphQLParser.AST;

namespace InstituteCms.Kernel.Headless.GraphQL;

/// <summary>Refuses mutations and subscriptions: programs write by the content API.</summary>
internal sealed class QueriesOnly : ValidationRuleBase
{
    private static readonly MatchingNodeVisitor<GraphQLOperationDefinition> _visitor = new((operation, context) =>
    {
        if (operation.Operation != OperationType.Query)
        {
            context.ReportError(new ValidationError(context.Document.Source, null!, "Only queries are answered here.", operation));
        }
    });

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(_visitor);
}
