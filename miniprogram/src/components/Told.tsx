import type { ReactNode } from 'react';
import { NetworkFailure, Problem, shortCode } from '@/platform';
import { Art } from './Art';
import { Button } from './control';
import { classes } from './classes';
import { Box, Heading, Words } from './element';
import { Icon } from './Icon';

/** Nothing to show: why, and when there will be something. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <Box className="told">
      <Art name="home" />
      <Heading level={3} as={2}>
        {title}
      </Heading>
      {children && <Words className="note">{children}</Words>}
      {action}
    </Box>
  );
}

interface ErrorStateProps {
  error: unknown;
  onRetry?: (() => unknown) | undefined;
  /** What is safe, e.g. 「您填的都还在」. */
  kept?: string;
}

/** It went wrong: whose fault (ours), what is kept, one retry, and a short code to read out on the phone. */
export function ErrorState({ error, onRetry, kept }: ErrorStateProps) {
  if (error instanceof NetworkFailure && error.reason === 'offline') return <OfflineState kept={kept} />;
  const refused = error instanceof Problem && error.status >= 400 && error.status < 500;
  const title = refused
    ? error.message
    : error instanceof NetworkFailure
      ? '网有点慢，没等到回音'
      : '没打开，不是您的问题';
  return (
    <Box className="told" aria={{ role: 'alert' }}>
      <Box className={classes('told__mark', 'told__mark--worry')} aria={{ hidden: true }}>
        <Icon name="warn" />
      </Box>
      <Heading level={3} as={2}>
        {title}
      </Heading>
      <Words className="note">
        {kept && `${kept}。`}编号 {shortCode(error)}
      </Words>
      {onRetry && (
        <Button tone="line" small icon="sync" onPress={onRetry}>
          再试一次
        </Button>
      )}
    </Box>
  );
}

/** This page needs the network; it opens by itself later. */
export function OfflineState({ kept }: { kept?: string | undefined }) {
  return (
    <Box className="told" aria={{ live: 'polite' }}>
      <Box className="told__mark" aria={{ hidden: true }}>
        <Icon name="offline" />
      </Box>
      <Heading level={3} as={2}>
        这一页要有网才能看
      </Heading>
      <Words className="note">{kept ? `${kept}。` : ''}有网了自己会打开，先做别的</Words>
    </Box>
  );
}
