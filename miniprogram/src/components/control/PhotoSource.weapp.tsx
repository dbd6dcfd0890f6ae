import Taro from '@tarojs/taro';
import { Pressable, Words } from '../element';
import { Icon } from '../Icon';
import { LARGEST_BYTES, PHOTO_BUTTON, PHOTO_PLACE, type PhotoSourceProps, type Shot } from './photo';

/** WeChat's camera, or a picture from the phone. */
export function PhotoSource({ label, onShots, onFailure, room, asButton }: PhotoSourceProps) {
  const take = async () => {
    try {
      onShots((await choose(Math.min(room, 9))).map(shotOf));
    } catch (error) {
      const said = error as { errMsg?: string; errno?: number } | null;
      if (/cancel/i.test(said?.errMsg ?? '')) return;
      // 104 and 112: the person, or the privacy guide, does not allow the camera.
      onFailure(said?.errno === 104 || said?.errno === 112 ? '没有相机的许可，可以先不拍' : '没拿到照片，请再试一次');
    }
  };
  return (
    <Pressable className={asButton ? PHOTO_BUTTON : PHOTO_PLACE} onPress={() => void take()} aria={{ label }}>
      <Icon name="camera" />
      <Words>{label}</Words>
    </Pressable>
  );
}

/** By callbacks: Taro hands this call over as it is, and not every base library answers it with a promise. */
function choose(count: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    void Taro.chooseMedia({
      count,
      mediaType: ['image'],
      sizeType: ['compressed'],
      camera: 'back',
      success: ({ tempFiles }) => resolve(tempFiles.map((file) => file.tempFilePath)),
      fail: reject,
    });
  });
}

function shotOf(path: string): Shot {
  const bytes = new Uint8Array(Taro.getFileSystemManager().readFileSync(path) as ArrayBuffer);
  if (bytes.length > LARGEST_BYTES) throw new Error('too large');
  // PNG files begin with 0x89 'PNG'; everything else the camera hands out is JPEG.
  return { bytes, type: bytes[0] === 0x89 ? 'image/png' : 'image/jpeg', preview: path };
}
