import { Component, type ReactNode } from 'react';
import { ErrorState } from './Told';

interface BoundaryState {
  error: unknown;
}

/** Keeps a fault in one page from taking the app along: says so, and offers to draw it again. */
export class Boundary extends Component<{ children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: error ?? new Error('unknown') };
  }

  override componentDidCatch(error: unknown): void {
    // The only place where a fault in a page becomes visible to a developer.
    console.error(error);
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <ErrorState error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}
