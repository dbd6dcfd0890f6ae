import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** Makes a JPEG the size of a phone's photo: something dark and bent in front of something light. @returns its path */
export async function takePhoto(page: Page, path: string): Promise<string> {
  const data = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 1600;
    canvas.height = 1200;
    const ink = canvas.getContext('2d')!;
    ink.fillStyle = '#d8cdbd';
    ink.fillRect(0, 0, 1600, 1200);
    ink.lineWidth = 70;
    ink.strokeStyle = '#c47a1c';
    ink.beginPath();
    ink.moveTo(-40, 300);
    ink.bezierCurveTo(500, 200, 600, 1100, 1640, 800);
    ink.stroke();
    ink.lineWidth = 9;
    ink.strokeStyle = '#2b241d';
    for (let crack = 0; crack < 7; crack += 1) {
      ink.beginPath();
      ink.moveTo(700 + crack * 40, 690 + crack * 22);
      ink.lineTo(730 + crack * 40, 760 + crack * 22);
      ink.stroke();
    }
    return canvas.toDataURL('image/jpeg', 0.85);
  });
  writeFileSync(path, Buffer.from(data.slice(data.indexOf(',') + 1), 'base64'));
  return path;
}
