import { Aws, CfnOutput, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  CfnUserPoolUser,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  PasskeyUserVerification,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolEmail,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import type { Deployment } from "#stacks/deployment.ts";

/** Where the provider sends people back to: `redirectPath` of contract/session.ts; a test holds the two together. */
export const callbackPath = "/signed-in";

export interface TeamSignInProps {
  readonly deployment: Deployment;
  /** The console's address, without a final slash. */
  readonly publicUrl: string;
}

/**
 * Who the team is to AWS: a Cognito user pool that knows people by passkey or by a code sent to their address, and shows them
 * its own pages. Nobody signs up by themselves, and to be in the pool opens nothing: the team is kept in Relance. Passkeys,
 * codes and those pages need the Essentials plan, which costs nothing up to 10,000 people a month.
 */
export class TeamSignIn extends Construct {
  readonly issuer: string;
  readonly clientId: string;

  constructor(scope: Construct, id: string, { deployment, publicUrl }: TeamSignInProps) {
    super(scope, id);
    const pool = userPool(this, deployment);
    const client = consoleClient(pool, publicUrl);
    pool.addDomain("Domain", {
      // Unique in the region; the account's number makes it so.
      cognitoDomain: { domainPrefix: `${deployment.name}-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    // Without a branding, even AWS's own, the new pages are not shown.
    new CfnManagedLoginBranding(this, "Look", {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    if (deployment.ownerEmail !== undefined) invite(this, pool, deployment.ownerEmail);
    this.issuer = pool.userPoolProviderUrl;
    this.clientId = client.userPoolClientId;
    new CfnOutput(this, "TeamPool", { description: "Where people of the team are invited", value: pool.userPoolId });
  }
}

function userPool(scope: Construct, { name, senderDomain, signInMail }: Deployment): UserPool {
  const noreply = `no-reply@${senderDomain}`;
  return new UserPool(scope, "Pool", {
    userPoolName: `${name}-team`,
    featurePlan: FeaturePlan.ESSENTIALS,
    // Cognito refuses a pool without passwords: an invitation holds a first one. Whoever has a passkey or a mailbox needs none.
    signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true, passkey: true } },
    passkeyUserVerification: PasskeyUserVerification.REQUIRED,
    // Cognito offers codes and passkeys only where no second factor is demanded of everybody.
    mfa: Mfa.OFF,
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    autoVerify: { email: true },
    // Another address is another member: it counts only once it is verified.
    keepOriginal: { email: true },
    standardAttributes: { email: { required: true, mutable: true }, fullname: { required: false, mutable: true } },
    passwordPolicy: {
      minLength: 14,
      requireDigits: true,
      requireLowercase: true,
      requireUppercase: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(7),
    },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    email:
      signInMail === "ses"
        ? UserPoolEmail.withSES({ fromEmail: noreply, sesVerifiedDomain: senderDomain, sesRegion: Stack.of(scope).region })
        : UserPoolEmail.withCognito(),
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

/** The console is a public client: no secret, PKCE stands for it; its refresh tokens are good once (RFC 9700, section 2.2.2). */
function consoleClient(pool: UserPool, publicUrl: string): UserPoolClient {
  return pool.addClient("Console", {
    generateSecret: false,
    authFlows: { user: true },
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
      callbackUrls: [`${publicUrl}${callbackPath}`],
      logoutUrls: [`${publicUrl}/`],
    },
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    idTokenValidity: Duration.hours(1),
    accessTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.days(30),
    refreshTokenRotationGracePeriod: Duration.seconds(30),
  });
}

/** The owner gets AWS's invitation with the first deployment; whoever they add to the team is invited as docs/deploying.md says. */
function invite(scope: Construct, pool: UserPool, email: string): void {
  new CfnUserPoolUser(scope, "Owner", {
    userPoolId: pool.userPoolId,
    username: email,
    desiredDeliveryMediums: ["EMAIL"],
    userAttributes: [
      { name: "email", value: email },
      { name: "email_verified", value: "true" },
    ],
  });
}
