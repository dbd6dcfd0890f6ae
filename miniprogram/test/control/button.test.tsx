import { act, fireEvent, render, screen } from '@testing-library/react';
import { Button } from '@/components';

describe('提交记录 cannot be sent twice', () => {
  it('stays busy while the record is on its way, whatever is tapped', async () => {
    let arrive: () => void = () => undefined;
    const submit = jest.fn(() => new Promise<void>((resolve) => (arrive = resolve)));
    render(
      <Button onPress={submit} busyText="正在提交">
        提交记录
      </Button>,
    );
    const button = screen.getByRole('button', { name: '提交记录' });
    // Two taps before React has drawn anything.
    act(() => {
      button.click();
      button.click();
    });
    fireEvent.click(button);
    expect(submit).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('button', { name: '正在提交' }).getAttribute('aria-busy')).toBe('true');

    await act(async () => arrive());
    fireEvent.click(screen.getByRole('button', { name: '提交记录' }));
    expect(submit).toHaveBeenCalledTimes(2);
  });

  it('does nothing while the page says it is busy', () => {
    const submit = jest.fn();
    render(
      <Button busy onPress={submit}>
        提交记录
      </Button>,
    );
    fireEvent.click(screen.getByRole('button'));
    expect(submit).not.toHaveBeenCalled();
  });

  it('fires again at once when the action answers nothing to wait for', () => {
    const next = jest.fn();
    render(<Button onPress={next}>下一段</Button>);
    fireEvent.click(screen.getByRole('button'));
    fireEvent.click(screen.getByRole('button'));
    expect(next).toHaveBeenCalledTimes(2);
  });
});

describe('还差 2 题', () => {
  it('says what is missing, can still be tapped, and leads there instead of submitting', () => {
    const submit = jest.fn();
    const showGap = jest.fn();
    render(
      <Button blocked="还差 2 题" onBlocked={showGap} onPress={submit}>
        提交记录
      </Button>,
    );
    const button = screen.getByRole('button', { name: '还差 2 题' });
    expect(button.hasAttribute('disabled')).toBe(false);
    expect(button.getAttribute('aria-disabled')).toBeNull();
    fireEvent.click(button);
    expect(showGap).toHaveBeenCalledTimes(1);
    expect(submit).not.toHaveBeenCalled();
  });
});
