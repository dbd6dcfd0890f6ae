import { useCallback, useEffect, useRef, useState, type PointerEvent } from 'react';
import { digest } from '@/platform/digest';
import { drawPiece, prepareInk, type Point, type SignaturePadProps } from './signature';

/** A place to sign with a finger, a pen or a mouse. Who cannot sign has 画个记号 and 家人代签 beside it. */
export function SignaturePad({ label, onChange, wipe = 0 }: SignaturePadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const stroke = useRef<Point[] | null>(null);
  const [empty, setEmpty] = useState(true);
  const report = useRef(onChange);
  report.current = onChange;

  const clear = useCallback(() => {
    const element = canvas.current;
    if (!element) return;
    const ratio = Math.min(window.devicePixelRatio || 1, 3);
    // Setting the size also wipes it.
    element.width = Math.round(element.clientWidth * ratio);
    element.height = Math.round(element.clientHeight * ratio);
    prepareInk(element.getContext('2d')!, ratio);
    setEmpty(true);
  }, []);

  useEffect(() => {
    clear();
    if (wipe > 0) report.current(null);
  }, [wipe, clear]);

  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    stroke.current?.push({ x: event.clientX - box.left, y: event.clientY - box.top });
    drawPiece(event.currentTarget.getContext('2d')!, stroke.current ?? []);
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    stroke.current = [];
    setEmpty(false);
    draw(event);
  };
  const end = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!stroke.current) return;
    stroke.current = null;
    event.currentTarget.toBlob((blob) => void deliver(blob), 'image/png');
  };
  const deliver = async (blob: Blob | null) => {
    if (!blob) return;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    report.current({ bytes, type: 'image/png', preview: URL.createObjectURL(blob), sha256: await digest(bytes) });
  };
  return (
    <div className="signature">
      <canvas
        ref={canvas}
        className="signature__canvas"
        role="img"
        aria-label={empty ? `${label}，还没有签` : `${label}，已经签了`}
        onPointerDown={begin}
        onPointerMove={(event) => stroke.current && draw(event)}
        onPointerUp={end}
        onPointerCancel={end}
      />
      {empty && (
        <div className="signature__invite" aria-hidden="true">
          {label}
        </div>
      )}
    </div>
  );
}
