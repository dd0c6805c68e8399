/** What an emulated service answers. */
export interface AwsAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes as they are; anything else as JSON. */
  readonly body: unknown;
}

/** An error as the SDKs read it in AWS's JSON protocols: its name in a header, its message in the body. */
export function awsError(status: number, name: string, message: string): AwsAnswer {
  return { status, headers: { "x-amzn-errortype": name }, body: { __type: name, message, Message: message } };
}
