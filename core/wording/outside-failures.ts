import type { Texts } from "./texts.ts";

/** A failure of what Relance stands on: AWS, the network, the clock of a call. */
export interface OutsideFailure {
  /** The names it goes by: of an error, or of a code within its message. */
  readonly names: readonly string[];
  /** What its message says, where its name alone would say too little. */
  readonly says?: RegExp;
  readonly texts: Texts;
  /** Whether it goes by itself. Else somebody has to mend something, who needs the whole technical text for it. */
  readonly passes: boolean;
}

/**
 * The failures of AWS and Node.js that somebody may meet in the console, the more particular first
 * (docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html,
 * docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html, nodejs.org/api/errors.html#common-system-errors).
 */
export const outsideFailures: readonly OutsideFailure[] = [
  {
    names: ["ProvisionedThroughputExceededException", "RequestLimitExceeded"],
    texts: {
      en: "The database asked to slow down. This passes by itself: what has stopped can be tried again.",
      fr: "La base de données a demandé de ralentir. Cela passe tout seul : ce qui s’est arrêté peut être réessayé.",
    },
    passes: true,
  },
  {
    names: ["ThrottlingException", "Throttling", "ThrottledException", "TooManyRequestsException", "SlowDown", "RequestThrottled"],
    texts: {
      en: "AWS asked to slow down. This passes by itself: what has stopped can be tried again.",
      fr: "AWS a demandé de ralentir. Cela passe tout seul : ce qui s’est arrêté peut être réessayé.",
    },
    passes: true,
  },
  {
    names: [
      "ConditionalCheckFailedException",
      "TransactionCanceledException",
      "TransactionConflictException",
      "TransactionInProgressException",
    ],
    texts: {
      en: "Something else was changing the same record. This passes by itself: what has stopped can be tried again.",
      fr: "Autre chose modifiait la même fiche au même moment. Cela passe tout seul : ce qui s’est arrêté peut être réessayé.",
    },
    passes: true,
  },
  {
    names: [
      "InternalServerError",
      "InternalServerErrorException",
      "InternalServiceErrorException",
      "InternalException",
      "InternalFailure",
      "InternalError",
      "ServiceUnavailable",
      "ServiceUnavailableException",
    ],
    texts: {
      en: "AWS was out of order for a moment. This passes by itself: what has stopped can be tried again.",
      fr: "AWS était en panne un moment. Cela passe tout seul : ce qui s’est arrêté peut être réessayé.",
    },
    passes: true,
  },
  {
    names: ["TimeoutError", "RequestTimeout", "RequestTimeoutException", "AbortError", "ETIMEDOUT", "UND_ERR_CONNECT_TIMEOUT"],
    texts: {
      en: "The answer took too long. This mostly passes by itself: what has stopped can be tried again.",
      fr: "La réponse a trop tardé. Le plus souvent, cela passe tout seul : ce qui s’est arrêté peut être réessayé.",
    },
    passes: true,
  },
  {
    names: [
      "ECONNREFUSED",
      "ECONNRESET",
      "EPIPE",
      "ENOTFOUND",
      "EAI_AGAIN",
      "EHOSTUNREACH",
      "ENETUNREACH",
      "NetworkingError",
      "AggregateError",
      "socket hang up",
      "fetch failed",
    ],
    texts: {
      en: "A service could not be reached, or the connection broke. This mostly passes by itself: what has stopped can be tried again.",
      fr: "Un service était injoignable, ou la liaison s’est coupée. Le plus souvent, cela passe tout seul : ce qui s’est arrêté peut être réessayé.",
    },
    passes: true,
  },
  {
    names: [
      "UnrecognizedClientException",
      "ExpiredToken",
      "ExpiredTokenException",
      "InvalidClientTokenId",
      "InvalidSignatureException",
      "SignatureDoesNotMatch",
      "CredentialsProviderError",
      "MissingAuthenticationToken",
    ],
    texts: {
      en: "AWS does not accept Relance’s credentials.",
      fr: "AWS n’accepte pas les identifiants de Relance.",
    },
    passes: false,
  },
  {
    names: ["AccessDeniedException", "AccessDenied", "UnauthorizedOperation", "KMSAccessDeniedException"],
    texts: { en: "Relance lacks a right in AWS to do this.", fr: "Il manque à Relance un droit dans AWS pour le faire." },
    passes: false,
  },
  {
    names: ["MessageRejected", "MailFromDomainNotVerifiedException"],
    says: /not verified/i,
    texts: {
      en: "SES knows the sender’s address or domain not yet as verified; in its sandbox, the recipient’s neither.",
      fr: "SES n’a pas encore vérifié l’adresse ou le domaine de l’expéditeur ; dans son bac à sable, celle du destinataire non plus.",
    },
    passes: false,
  },
  {
    names: ["MessageRejected"],
    texts: { en: "SES does not take this mail as it is.", fr: "SES n’accepte pas cet e-mail tel qu’il est." },
    passes: false,
  },
  {
    names: ["AccountSuspendedException", "SendingPausedException"],
    texts: { en: "SES has paused the sending of this account.", fr: "SES a suspendu les envois de ce compte." },
    passes: false,
  },
  {
    names: ["LimitExceededException"],
    texts: { en: "A limit of the AWS account is reached.", fr: "Une limite du compte AWS est atteinte." },
    passes: false,
  },
  {
    names: ["ValidationException"],
    says: /item size|exceeded the maximum/i,
    texts: {
      en: "A record has become too large for the database.",
      fr: "Une fiche est devenue trop grande pour la base de données.",
    },
    passes: false,
  },
  {
    names: ["ResourceNotFoundException", "NoSuchBucket", "NoSuchKey", "NotFoundException"],
    texts: {
      en: "Something that Relance needs in AWS is not there: a table, a file or a setting.",
      fr: "Il manque dans AWS une chose dont Relance a besoin : une table, un fichier ou un réglage.",
    },
    passes: false,
  },
  {
    names: ["ValidationException", "BadRequestException", "SerializationException", "InvalidParameterValueException"],
    texts: { en: "AWS does not understand what Relance asked it for.", fr: "AWS ne comprend pas ce que Relance lui a demandé." },
    passes: false,
  },
];
