import { api } from '@/api';
import { asPage, Banner, Box, Card, Chip, Hints, ResourceView, SectionTitle } from '@/components';
import { monthAndDay, useParams } from '@/platform';
import { hasRole, useMe, useReloadOnShow, useResource } from '@/state';
import { asksOf, usePacks, type Asks } from '../desk/asks';
import { cadenceInWords, categoriesInWords, tierInWords, type ElderDetail } from '../desk/elder-words';
import { OfficerPage } from '../desk/OfficerPage';
import { Paused } from '../pause/Paused';
import { DoorCodes } from './DoorCodes';
import { Emergencies } from './Emergencies';
import { Ended, Ending } from './Ending';
import { Health, isMarriageUnknown } from './Health';
import { Identity } from './Identity';
import { Relatives } from './Relatives';
import { SaidWrong } from './SaidWrong';
import { Sheets } from './Sheets';
import { Visitors } from './Visitors';
import { Visits } from './Visits';
import { Why } from './Why';

const LIST = '/officer/elders/index';

/** Everything an officer needs about one elder; whole values only for a reason. */
function Elder() {
  const { id = '', fresh } = useParams();
  const elder = useResource(() => api.get('/api/elders/{id}', { path: { id } }), id);
  useReloadOnShow(elder);
  const packs = usePacks();
  if (!elder.data || !packs.data) {
    return (
      <OfficerPage title="老人" current="elders" parent={LIST}>
        {elder.data ? (
          <ResourceView of={packs}>{() => null}</ResourceView>
        ) : (
          <ResourceView of={elder}>{() => null}</ResourceView>
        )}
      </OfficerPage>
    );
  }
  const asks = asksOf(packs.data.items, elder.data.packId);
  return <Shown elder={elder.data} asks={asks} fresh={fresh === '1'} onChanged={elder.reload} />;
}

interface ShownProps {
  elder: ElderDetail;
  asks: Asks;
  /** Just registered: says so. */
  fresh: boolean;
  onChanged: () => Promise<void>;
}

function Shown({ elder, asks, fresh, onChanged }: ShownProps) {
  const may = hasRole(useMe(), 'community', 'street');
  const runs = elder.endReason === null;
  // Who is no longer visited is looked up, not worked on.
  const mayChange = may && runs;
  const { categories, tier, every } = elder;
  // Unknown is not "no": who may live alone must not drop out under a green banner.
  const unsettled = !every && runs && (!elder.relativesKnown || isMarriageUnknown(elder));
  return (
    <OfficerPage
      title="老人"
      heading={`${elder.name}，${elder.age} 岁`}
      lead={`${elder.communityName} ${elder.place}`}
      current="elders"
      parent={LIST}
    >
      {fresh && !unsettled && (
        <Banner meaning="done" title="登记好了">
          {every ? `按方案${cadenceInWords(every)}。派一位探访员，门上贴一张码，就可以开始了` : '按方案不用定期探访'}
        </Banner>
      )}
      {unsettled && (
        <Banner meaning="worry" title="要不要探访，还定不了">
          {elder.relativesKnown
            ? '还没问过有没有老伴，也就不知道是不是独居。问清了，在“补充、改情况”里补上，马上按方案重新算'
            : '还没问过有没有亲属，也就不知道是不是一个人住。问清了补上，再看按方案多久去一次'}
        </Banner>
      )}
      <Lapsed elder={elder} />
      <Ended elder={elder} may={may} onChanged={onChanged} />
      <SaidWrong elderId={elder.id} />
      <Box className="line line--wrap">
        <Chip meaning="excused" icon="user">
          {unsettled ? '类别还不清楚' : categoriesInWords(categories)}
        </Chip>
        {tier && (
          <Chip meaning="excused" icon="flag">
            {tierInWords(tier)}人群
          </Chip>
        )}
        {runs && (
          <Chip meaning={every ? 'owed' : 'excused'} icon="walk">
            {unsettled ? '多久一次还定不了' : cadenceInWords(every)}
          </Chip>
        )}
      </Box>
      <Box className="desk__two">
        <Box className="desk__column">
          <Identity elder={elder} may={may} />
          <Relatives elder={elder} asks={asks} may={mayChange} onChanged={onChanged} />
          <Why elder={elder} />
          {mayChange && (
            <Card rows>
              <Health elder={elder} asks={asks} onChanged={onChanged} />
            </Card>
          )}
        </Box>
        <Box className="desk__column">
          {mayChange && (
            <>
              <Paused elder={elder} />
              <Visitors elderId={elder.id} may={may} />
            </>
          )}
          {may && (
            <>
              <Emergencies elderId={elder.id} />
              <Visits elderId={elder.id} />
            </>
          )}
          {runs && <DoorCodes elder={elder} may={may} onChanged={onChanged} />}
          <Sheets elderId={elder.id} />
          <AtTheDoor elder={elder} />
          {mayChange && <Ending elder={elder} onChanged={onChanged} />}
        </Box>
      </Box>
    </OfficerPage>
  );
}

/** Nobody has changed anything, and yet nothing is owed any more: somebody has to look. */
function Lapsed({ elder: { lapsedOn, endReason } }: { elder: ElderDetail }) {
  if (lapsedOn === null || endReason !== null) return null;
  return (
    <Banner meaning="worry" title={`${monthAndDay(lapsedOn)}起不再符合`}>
      没有人改过情况，是证件到期或者规定变了。请核实：换了证的，在“补充、改情况”里补上新的有效期，马上按方案重新算
    </Banner>
  );
}

function AtTheDoor({ elder }: { elder: ElderDetail }) {
  if (elder.hints.length === 0) return null;
  return (
    <>
      <SectionTitle>上门要知道的</SectionTitle>
      <Card rows>
        <Hints hints={elder.hints} />
      </Card>
    </>
  );
}

export default asPage(Elder);
