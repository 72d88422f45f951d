/** Raised with every change of the shared language rules (assertion, subject, matching); part of the fingerprint. */
export const LANGUAGE_VERSION = 2
