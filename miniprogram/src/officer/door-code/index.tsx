import { api } from '@/api';
import { asPage, Box, Button, ResourceView, Words } from '@/components';
import { back, canPrint, link, printPage, useParams } from '@/platform';
import { useResource } from '@/state';
import { OfficerPage } from '../desk/OfficerPage';
import './door-code.scss';
import { DoorCodePicture } from './DoorCodePicture';
import { shortDoorCode } from './short';

/** The sign for the door, to print. No name and no number of a flat on it: everybody walks past it. */
function DoorCode() {
  const { elderId = '', codeId = '' } = useParams();
  const elder = useResource(() => api.get('/api/elders/{id}', { path: { id: elderId } }), elderId);
  const parent = link('/officer/elder/index', { id: elderId });
  return (
    <OfficerPage
      title="门牌码"
      heading={elder.data ? `${elder.data.name}家的门牌码` : '门牌码'}
      {...(elder.data ? { lead: `贴在 ${elder.data.place || '门上'}。这一行不会印出来` } : {})}
      current="elders"
      onBack={() => back(parent)}
      action={
        canPrint && (
          <Button wide icon="file" onPress={printPage}>
            打印
          </Button>
        )
      }
    >
      <ResourceView of={elder}>
        {({ communityName }) => (
          <Box className="sign">
            <Words className="sign__title">探访关爱</Words>
            <DoorCodePicture elderId={elderId} codeId={codeId} />
            <Words className="sign__words">探访员进门前请扫一扫</Words>
            <Words className="sign__small">
              {communityName}，编号 {shortDoorCode(codeId)}
            </Words>
            <Words className="sign__small">码里没有个人信息。坏了、丢了请告诉社区</Words>
          </Box>
        )}
      </ResourceView>
    </OfficerPage>
  );
}

export default asPage(DoorCode);
