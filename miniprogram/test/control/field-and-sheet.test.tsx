import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { Button, PhotoPicker, Sheet, TextArea, TextField, type Photo } from '@/components';

describe('a field', () => {
  it('is named by its label and says what is wrong, in words tied to it', () => {
    render(
      <TextField label="电话" kind="phone" value="1380" error="电话少了几位，应是 11 位" onChange={() => undefined} />,
    );
    const field = screen.getByLabelText('电话');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.getAttribute('type')).toBe('tel');
    const described = document.getElementById(field.getAttribute('aria-describedby')!);
    expect(described?.textContent).toContain('电话少了几位');
  });

  it('does not take the Enter that ends a pinyin word for the end of the answer', () => {
    const enter = jest.fn();
    render(<TextField label="找人" kind="search" value="li" onChange={() => undefined} onEnter={enter} />);
    fireEvent.keyDown(screen.getByLabelText('找人'), { key: 'Enter', isComposing: true });
    expect(enter).not.toHaveBeenCalled();
    fireEvent.keyDown(screen.getByLabelText('找人'), { key: 'Enter' });
    expect(enter).toHaveBeenCalledTimes(1);
  });

  it('tells how much room is left once it gets short', () => {
    const { rerender } = render(<TextArea label="写两句" value="一" maxLength={10} onChange={() => undefined} />);
    expect(screen.queryByText('8 / 10')).toBeNull();
    rerender(<TextArea label="写两句" value="一二三四五六七八" maxLength={10} onChange={() => undefined} />);
    expect(screen.getByText('8 / 10')).toBeTruthy();
  });
});

function Asking({ closable = true }: { closable?: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>不探访了</Button>
      <Sheet open={open} title="填的会留着" onClose={closable ? () => setOpen(false) : undefined}>
        <Button onPress={() => setOpen(false)}>接着填</Button>
      </Sheet>
    </>
  );
}

describe('a sheet', () => {
  it('takes the focus to its title, and gives it back', () => {
    render(<Asking />);
    const opener = screen.getByRole('button', { name: '不探访了' });
    opener.focus();
    fireEvent.click(opener);
    expect(screen.getByRole('dialog', { name: '填的会留着' })).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('填的会留着');
    fireEvent.click(screen.getByRole('button', { name: '接着填' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  it('closes with Escape and with the cross', () => {
    render(<Asking />);
    for (const close of [
      () => fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' }),
      () => fireEvent.click(screen.getByRole('button', { name: '关闭' })),
    ]) {
      fireEvent.click(screen.getByRole('button', { name: '不探访了' }));
      close();
      expect(screen.queryByRole('dialog')).toBeNull();
    }
  });

  it('cannot be waved away when an answer is needed', () => {
    render(<Asking closable={false} />);
    fireEvent.click(screen.getByRole('button', { name: '不探访了' }));
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    fireEvent.click(screen.getByRole('dialog'), { clientX: -1, clientY: -1 });
    expect(screen.getByRole('dialog')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '关闭' })).toBeNull();
  });
});

describe('照片', () => {
  const hose: Photo = { sha256: 'a'.repeat(64), bytes: new Uint8Array([1]), type: 'image/jpeg', preview: 'blob:hose' };

  it('are named, can be taken away one by one, and end at the limit', () => {
    const changed = jest.fn();
    const { rerender } = render(<PhotoPicker label="燃气" photos={[hose]} onChange={changed} max={2} />);
    expect(screen.getByAltText('燃气照片 1')).toBeTruthy();
    expect(screen.getByLabelText('再拍').getAttribute('accept')).toBe('image/*');
    fireEvent.click(screen.getByRole('button', { name: '去掉燃气照片 1' }));
    expect(changed).toHaveBeenCalledWith([]);
    rerender(<PhotoPicker label="燃气" photos={[hose]} onChange={changed} max={1} />);
    expect(screen.queryByLabelText('再拍')).toBeNull();
  });

  it('say so when a file cannot be opened', async () => {
    globalThis.createImageBitmap = jest.fn().mockRejectedValue(new Error('not an image'));
    render(<PhotoPicker label="燃气" photos={[]} onChange={() => undefined} />);
    await act(async () => {
      fireEvent.change(screen.getByLabelText('拍一张'), { target: { files: [new File(['?'], 'x.jpg')] } });
    });
    expect(screen.getByText('这张照片打不开，请换一张')).toBeTruthy();
  });
});
