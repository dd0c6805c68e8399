import { describe, expect, it } from "vitest";
import { redirectPath } from "#contract/session.ts";
import { callbackPath } from "#stacks/constructs/team-sign-in.ts";
import { readDeployment } from "#stacks/deployment.ts";
import { relanceTemplate, resourcesOf } from "./synthesise.ts";

const publicUrl = "https://relance.lumen.example";
const owned = relanceTemplate({ publicUrl, ownerEmail: "lea@lumen.example" });
const [pool] = resourcesOf(owned, "AWS::Cognito::UserPool");
const [client] = resourcesOf(owned, "AWS::Cognito::UserPoolClient");

function environmentOf(template: typeof owned, name: string): Readonly<Record<string, unknown>> {
  const found = resourcesOf(template, "AWS::Lambda::Function").find(({ properties }) => properties["Description"] === `Relance ${name}`);
  return (found?.properties["Environment"] as { Variables: Record<string, unknown> } | undefined)?.Variables ?? {};
}

describe("the team's user pool", () => {
  it("knows people by passkey or by a code to their address, and demands the person and not only the device", () => {
    expect(pool?.properties).toMatchObject({
      UserPoolTier: "ESSENTIALS",
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: expect.arrayContaining(["EMAIL_OTP", "WEB_AUTHN"]) } },
      WebAuthnUserVerification: "required",
      UsernameAttributes: ["email"],
      UsernameConfiguration: { CaseSensitive: false },
    });
  });

  it("lets nobody sign up, and vouches for no address that is not verified", () => {
    expect(pool?.properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      AutoVerifiedAttributes: ["email"],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ["email"] },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "verified_email", Priority: 1 }] },
    });
  });

  it("outlives the stack, and cannot be deleted by mistake", () => {
    owned.hasResource("AWS::Cognito::UserPool", { DeletionPolicy: "Retain", Properties: { DeletionProtection: "ACTIVE" } });
  });

  it("shows its own pages, which without a branding it does not", () => {
    owned.hasResourceProperties("AWS::Cognito::UserPoolDomain", { ManagedLoginVersion: 2 });
    owned.hasResourceProperties("AWS::Cognito::ManagedLoginBranding", { UseCognitoProvidedValues: true, ClientId: { Ref: client?.id } });
  });

  it("gives tokens to the console alone: no secret, a code with PKCE, back to its own address", () => {
    expect(client?.properties).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ["code"],
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthScopes: ["openid", "email", "profile"],
      CallbackURLs: [`${publicUrl}/signed-in`],
      LogoutURLs: [`${publicUrl}/`],
      ExplicitAuthFlows: ["ALLOW_USER_AUTH"],
      PreventUserExistenceErrors: "ENABLED",
      RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 30 },
    });
    expect(callbackPath).toBe(redirectPath);
  });

  it("invites the owner, and sends its mail by Cognito until SES is said to be ready", () => {
    owned.hasResourceProperties("AWS::Cognito::UserPoolUser", { Username: "lea@lumen.example", DesiredDeliveryMediums: ["EMAIL"] });
    expect(pool?.properties["EmailConfiguration"]).toMatchObject({ EmailSendingAccount: "COGNITO_DEFAULT" });
    const [ready] = resourcesOf(relanceTemplate({ signInMail: "ses", senderDomain: "lumen.example" }), "AWS::Cognito::UserPool");
    expect(ready?.properties["EmailConfiguration"]).toMatchObject({ EmailSendingAccount: "DEVELOPER", From: "no-reply@lumen.example" });
  });
});

describe("whom the functions believe", () => {
  it.each(["api", "publish"])("is the pool, once an owner is named: %s", (name) => {
    expect(environmentOf(owned, name)).toMatchObject({
      OIDC_ISSUER: { "Fn::GetAtt": [pool?.id, "ProviderURL"] },
      OIDC_CLIENT_ID: { Ref: client?.id },
      OWNER_EMAIL: "lea@lumen.example",
    });
    expect(environmentOf(relanceTemplate(), name)).toMatchObject({ OIDC_ISSUER: "", OIDC_CLIENT_ID: "", OWNER_EMAIL: "" });
  });

  it("is another issuer where one is named, and then there is no pool", () => {
    const other = relanceTemplate({ oidcIssuer: "https://id.lumen.example", oidcClientId: "relance", ownerEmail: "lea@lumen.example" });

    expect(environmentOf(other, "api")).toMatchObject({ OIDC_ISSUER: "https://id.lumen.example", OIDC_CLIENT_ID: "relance" });
    other.resourceCountIs("AWS::Cognito::UserPool", 0);
  });

  it.each([
    [{ oidcIssuer: "https://id.lumen.example", ownerEmail: "lea@lumen.example" }, "oidcClientId"],
    [{ oidcClientId: "relance" }, "oidcIssuer"],
    [{ oidcIssuer: "https://id.lumen.example", oidcClientId: "relance" }, "ownerEmail"],
  ])("is nobody by halves, which would lock everybody out: %j", (context: Readonly<Record<string, string>>, missing) => {
    expect(() => readDeployment({ tryGetContext: (key: string) => context[key] })).toThrow(missing);
  });
});
