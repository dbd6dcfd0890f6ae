/** The browser asks for camera and place by itself. */
export function PrivacySheet() {
  return null;
}
