import { createStore } from './store';

/** A door code as the demo's world lists it. */
export interface DoorCodeChoice {
  /** What the printed code says. */
  code: string;
  /** Whose door, in words. */
  label: string;
}

export interface TemplateChoice {
  templateId: string;
  title: string;
}

export type SubscribeResult = 'accept' | 'reject' | 'ban' | 'filter';
/** Where the simulated phone of a person can be tapped. */
export interface SubscribePhone {
  worldUrl: string;
}

export type SubscribeResults = Record<string, SubscribeResult>;

/**
 * A question the platform has to ask by itself where WeChat would ask it. The platform only announces it here;
 * components/PromptHost draws it, so that the platform needs no components.
 */
export type Prompt =
  | { kind: 'scan'; choices: DoorCodeChoice[]; answer(text: string | null): void }
  | { kind: 'subscribe'; templates: TemplateChoice[]; answer(results: SubscribeResults): void };

export const currentPrompt = createStore<Prompt | null>(null);

/** Shows a question and waits for its answer; one that is still open is answered first by closing it. */
export function ask<T>(make: (answer: (value: T) => void) => Prompt): Promise<T> {
  return new Promise((resolve) => {
    const prompt = make((value) => {
      if (currentPrompt.get() === prompt) currentPrompt.set(null);
      resolve(value);
    });
    currentPrompt.set(prompt);
  });
}
