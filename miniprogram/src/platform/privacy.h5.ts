import { createStore } from './store';

/** The browser asks for camera and place by itself: nothing is ever pending here. */
export const pendingPrivacy = createStore(false);

export function watchPrivacy(): void {}

export function answerPrivacy(_answer: { event: 'agree'; buttonId: string } | { event: 'disagree' }): void {}

export function openPrivacyContract(): void {}
