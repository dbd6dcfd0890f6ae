import type { IconName } from '@/components';

const icons: Partial<Record<string, IconName>> = {
  'gas-safety': 'flame',
  'water-heating-safety': 'drop',
  'electrical-safety': 'plug',
  'fire-safety': 'fire-extinguisher',
  'housing-safety': 'home',
  'unsafe-habits': 'warn',
  expression: 'speak',
  mobility: 'walk',
  illness: 'pill',
  'serious-illness': 'doctor',
  spirits: 'heart',
  'personal-hygiene': 'bath',
  'home-hygiene': 'clean',
  'indoor-environment': 'home',
  'family-finances': 'wallet',
  'daily-care': 'meal',
  'nursing-care': 'hand',
  companionship: 'message',
  'home-adaptation': 'wrench',
  'medical-care': 'hospital',
  'relief-policy': 'book',
  'care-policy': 'book',
  participation: 'users',
  'family-duty': 'users',
  'family-contact': 'phone',
  misfortune: 'help',
  satisfaction: 'message',
};

/** A picture for what a finding is about. */
export function matterIcon(matter: string | undefined): IconName {
  return icons[matter ?? ''] ?? 'flag';
}
