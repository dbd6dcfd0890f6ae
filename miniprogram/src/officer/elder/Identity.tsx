import { Box, Card, SectionTitle, Words } from '@/components';
import { dayInWords, dayOf, now } from '@/platform';
import { sexInWords, type ElderDetail } from '../desk/elder-words';
import { lookAt, Secret } from './Secret';

/** Who it is and where; masked until there is a reason. */
export function Identity({ elder, may }: { elder: ElderDetail; may: boolean }) {
  const shared = { whose: elder.name, may };
  const facts: [string, string][] = [
    ['称呼', elder.callName],
    ['性别', sexInWords(elder.sex)],
    ['出生日期', elder.birthDate],
    ['社区', elder.communityName],
    ['楼栋单元', elder.place || '没有登记'],
    ['入册', dayInWords(elder.registeredOn, dayOf(now()))],
  ];
  return (
    <>
      <SectionTitle>资料</SectionTitle>
      <Card rows>
        <Box className="facts">
          <Secret {...shared} name="身份证号" look={lookAt(elder.id, 'idNumber')} masked={elder.idNumberMasked} />
          <Secret {...shared} name="电话" look={lookAt(elder.id, 'phone')} masked={elder.phoneMasked} />
          <Secret {...shared} name="住址" look={lookAt(elder.id, 'address')} masked={elder.addressMasked} />
          {facts.map(([name, value]) => (
            <Box key={name} className="fact">
              <Words className="fact__name">{name}</Words>
              <Words className="fact__value num">{value}</Words>
            </Box>
          ))}
        </Box>
      </Card>
    </>
  );
}
