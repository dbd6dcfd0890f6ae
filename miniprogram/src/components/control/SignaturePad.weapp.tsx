import { Canvas, View, type CanvasTouchEvent } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { digest } from '@/platform/digest';
import { spoken } from '../element/spoken';
import { drawPiece, prepareInk, type Ink, type Point, type SignaturePadProps } from './signature';

interface CanvasNode {
  width: number;
  height: number;
  getContext(kind: '2d'): Ink;
}

let pads = 0;

/** A place to sign with a finger. Who cannot sign has 画个记号 and 家人代签 beside it. */
export function SignaturePad({ label, onChange, wipe = 0 }: SignaturePadProps) {
  const [id] = useState(() => `signature-${++pads}`);
  const node = useRef<CanvasNode | null>(null);
  const stroke = useRef<Point[] | null>(null);
  const [empty, setEmpty] = useState(true);
  const report = useRef(onChange);
  report.current = onChange;

  const clear = useCallback(() => {
    setEmpty(true);
    // The canvas exists only after the tree has reached the view layer.
    Taro.nextTick(() => {
      void findCanvas(id).then((found) => {
        if (!found) return;
        node.current = found.node;
        const ratio = Taro.getWindowInfo().pixelRatio;
        found.node.width = found.width * ratio;
        found.node.height = found.height * ratio;
        prepareInk(found.node.getContext('2d'), ratio);
      });
    });
  }, [id]);

  useEffect(() => {
    clear();
    if (wipe > 0) report.current(null);
  }, [wipe, clear]);

  const draw = (event: CanvasTouchEvent) => {
    const touch = event.touches[0];
    if (!touch || !node.current || !stroke.current) return;
    stroke.current.push({ x: touch.x, y: touch.y });
    drawPiece(node.current.getContext('2d'), stroke.current);
  };
  const begin = (event: CanvasTouchEvent) => {
    stroke.current = [];
    setEmpty(false);
    draw(event);
  };
  const end = async () => {
    if (!stroke.current || !node.current) return;
    stroke.current = null;
    const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: node.current as never, fileType: 'png' });
    const bytes = new Uint8Array(Taro.getFileSystemManager().readFileSync(tempFilePath) as ArrayBuffer);
    report.current({ bytes, type: 'image/png', preview: tempFilePath, sha256: await digest(bytes) });
  };
  return (
    <View className="signature">
      <Canvas
        id={id}
        canvasId={id}
        type="2d"
        className="signature__canvas"
        disableScroll
        onTouchStart={begin}
        onTouchMove={draw}
        onTouchEnd={() => void end()}
        onTouchCancel={() => void end()}
        {...spoken({ role: 'img', label: empty ? `${label}，还没有签` : `${label}，已经签了` })}
      />
      {empty && (
        <View className="signature__invite" {...spoken({ hidden: true })}>
          {label}
        </View>
      )}
    </View>
  );
}

function findCanvas(id: string): Promise<{ node: CanvasNode; width: number; height: number } | null> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true }, (found) => {
        const canvas = found as { node?: CanvasNode; width: number; height: number } | null;
        resolve(canvas?.node ? { node: canvas.node, width: canvas.width, height: canvas.height } : null);
      })
      .exec();
  });
}
