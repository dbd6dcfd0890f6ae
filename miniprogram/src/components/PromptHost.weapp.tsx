/** WeChat asks its own questions. */
export function PromptHost() {
  return null;
}
