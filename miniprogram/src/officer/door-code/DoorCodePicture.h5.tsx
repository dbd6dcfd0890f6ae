import { Picture } from '@/components';
import './print.scss';

/** The code itself. The browser's cookie fetches it; every look is written down. */
export function DoorCodePicture({ elderId, codeId }: { elderId: string; codeId: string }) {
  const src = `/api/elders/${encodeURIComponent(elderId)}/door-codes/${encodeURIComponent(codeId)}/qr.png`;
  return <Picture className="sign__code" src={src} alt="门牌二维码" />;
}
