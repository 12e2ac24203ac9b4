using InstituteCms.Webhooks;
using Xunit;

namespace InstituteCms.Domain.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const long Timestamp = 1614265330;
    private const string Body = "{\"test\": 2432232314}";

    [Fact]
    public void Signature_is_the_one_that_Standard_Webhooks_gives_as_an_example() =>
        Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            WebhookSignature.Sign(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], Id, Timestamp, Body));

    [Fact]
    public void Two_secrets_sign_one_after_the_other()
    {
        var (first, second) = (WebhookSignature.CreateSecret(), WebhookSignature.CreateSecret());

        Assert.Equal(
            $"{WebhookSignature.Sign([first], Id, Timestamp, Body)} {WebhookSignature.Sign([second], Id, Timestamp, Body)}",
            WebhookSignature.Sign([first, second], Id, Timestamp, Body));
    }

    [Fact]
    public void Secret_has_256_bits_and_never_comes_twice()
    {
        var (first, second) = (WebhookSignature.CreateSecret(), WebhookSignature.CreateSecret());

        Assert.StartsWith("whsec_", first, StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(first["whsec_".Length..]).Length);
        Assert.NotEqual(first, second);
    }
}
