import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { Choice, RadioCards, Segmented } from '@/components';
import { Choices } from '@/components';

const hazards = [
  { value: 'safe', label: '安全', meaning: 'done' },
  { value: 'fairly-safe', label: '较安全', meaning: 'worry' },
  { value: 'unsafe', label: '不安全', meaning: 'danger' },
] as const;

function Gas({ last, onChange }: { last?: 'safe'; onChange?: (value: string) => void }) {
  const [value, setValue] = useState<string | null>(null);
  return (
    <Choice
      label="燃气安全"
      options={hazards}
      value={value}
      last={last}
      onChange={(next) => {
        setValue(next);
        onChange?.(next);
      }}
    />
  );
}

const radio = (name: string | RegExp) => screen.getByRole('radio', { name });
const checked = () => screen.queryAllByRole('radio', { checked: true }).map((each) => each.textContent);

describe('济南附件1 安全情况: one of three answers', () => {
  it('has nothing chosen beforehand, and one place in the tab order', () => {
    render(<Gas />);
    expect(screen.getByRole('radiogroup', { name: '燃气安全' })).toBeTruthy();
    expect(checked()).toEqual([]);
    expect(screen.getAllByRole('radio').filter((each) => each.tabIndex === 0)).toEqual([radio('安全')]);
  });

  it('is answered with the arrow keys, round the ends too', () => {
    render(<Gas />);
    radio('安全').focus();
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowRight' });
    expect(checked()).toEqual(['较安全']);
    expect(document.activeElement).toBe(radio('较安全'));
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
    expect(checked()).toEqual(['安全']);
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowLeft' });
    expect(checked()).toEqual(['不安全']);
    fireEvent.keyDown(document.activeElement!, { key: 'Home' });
    expect(checked()).toEqual(['安全']);
    expect(radio('安全').tabIndex).toBe(0);
    expect(radio('不安全').tabIndex).toBe(-1);
  });

  it('leaves other keys to the browser', () => {
    const changed = jest.fn();
    render(<Gas onChange={changed} />);
    radio('安全').focus();
    expect(fireEvent.keyDown(document.activeElement!, { key: 'Tab' })).toBe(true);
    expect(changed).not.toHaveBeenCalled();
  });
});

describe('last time’s answer', () => {
  it('is shown as such, and is no answer until it is tapped', () => {
    const changed = jest.fn();
    render(<Gas last="safe" onChange={changed} />);
    const last = radio('安全，上次的答案，还没有确认');
    expect(last.getAttribute('aria-checked')).toBe('false');
    expect(changed).not.toHaveBeenCalled();
    fireEvent.click(last);
    expect(changed).toHaveBeenCalledWith('safe');
    expect(radio('安全').getAttribute('aria-checked')).toBe('true');
  });

  it('fades once something else is answered', () => {
    render(<Gas last="safe" />);
    fireEvent.click(radio('不安全'));
    expect(screen.queryByRole('radio', { name: /上次/ })).toBeNull();
  });
});

describe('several answers', () => {
  it('keeps the order of the form, whatever the order of the taps', () => {
    const changed = jest.fn();
    render(
      <Choices
        label="服务需求"
        options={[
          { value: 'meal', label: '助餐' },
          { value: 'bath', label: '助浴' },
          { value: 'walk', label: '助行' },
        ]}
        values={['walk']}
        onChange={changed}
      />,
    );
    fireEvent.click(screen.getByRole('checkbox', { name: '助餐' }));
    expect(changed).toHaveBeenLastCalledWith(['meal', 'walk']);
    fireEvent.click(screen.getByRole('checkbox', { name: '助行' }));
    expect(changed).toHaveBeenLastCalledWith([]);
  });
});

describe('您想怎么办？', () => {
  it('reads out who does it and what it costs, and chooses nothing by itself', () => {
    const changed = jest.fn();
    render(
      <RadioCards
        label="您想怎么办？"
        value={null}
        onChange={changed}
        options={[
          { value: 'self', title: '我来处理', detail: '您自己约人' },
          { value: 'community', title: '请社区协助', detail: '费用自付' },
        ]}
      />,
    );
    expect(checked()).toEqual([]);
    fireEvent.click(radio('请社区协助，费用自付'));
    expect(changed).toHaveBeenCalledWith('community');
  });

  it('moves between 本人签字 and 画个记号 by arrow key', () => {
    const changed = jest.fn();
    render(
      <Segmented
        label="怎么确认"
        value="signed"
        onChange={changed}
        options={[
          { value: 'signed', label: '本人签字' },
          { value: 'mark', label: '画个记号' },
        ]}
      />,
    );
    radio('本人签字').focus();
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowRight' });
    expect(changed).toHaveBeenCalledWith('mark');
  });
});
