import { isAnswered, isShown, type Answers, type FormDefinition, type FormField, type TableRow } from '@tanfang/shared';
import { api, type ReplyOf } from '@/api';
import { Banner, Box, Button, Card, Heading, Page, ResourceView, SectionTitle, Words } from '@/components';
import { dayInWords, dayOf, go, link, now, useParams } from '@/platform';
import { hasRole, useMe, useReloadOnShow, useResource } from '@/state';
import { answerInWords } from '../questions/answer-words';
import { SaidLine } from '../questions/SaidLine';
import { loadForm } from '../visit/forms';
import { visitorPage } from '../visit/visitor-page';
import { ServerBox } from './ServerBox';

type Detail = ReplyOf<'get', '/api/sheets/{id}'>;

/** A filled form, box by box, as it was on that day. */
function SheetPage() {
  const { id = '', fresh } = useParams();
  const sheet = useResource(async () => {
    const detail = await api.get('/api/sheets/{id}', { path: { id } });
    return { detail, definition: await loadForm(detail.form) };
  }, id);
  useReloadOnShow(sheet);
  if (sheet.data) return <Shown {...sheet.data} fresh={fresh === '1'} />;
  return (
    <Page title="填过的表">
      <ResourceView of={sheet}>{() => null}</ResourceView>
    </Page>
  );
}

interface ShownProps {
  detail: Detail;
  definition: FormDefinition;
  /** Just handed in: says so. */
  fresh: boolean;
}

function Shown({ detail, definition, fresh }: ShownProps) {
  const mayAmend = hasRole(useMe(), 'visitor', 'community', 'street') && detail.latest;
  const { kind, elder, recordedAt, recorder, ordinal } = detail;
  const amend = () => go(link('/visitor/sheet-fill/index', { elderId: elder.id, kind }));
  return (
    <Page
      title={elder.name}
      {...(mayAmend
        ? {
            foot: (
              <Button wide tone="line" icon="pen" onPress={amend}>
                有变化，改一份
              </Button>
            ),
          }
        : {})}
    >
      {fresh && (
        <Banner meaning="done" title="收到了" live>
          以后有变化，从这里改一份新的，这一份照样留着
        </Banner>
      )}
      {!detail.latest && (
        <Banner icon="info" title="后面有更新的一份">
          这一份是当时的样子
        </Banner>
      )}
      <Box>
        <Heading level={1}>{definition.title}</Heading>
        <Words className="note num">
          {dayInWords(dayOf(recordedAt), dayOf(now()))}，{recorder.name}填的，第 {ordinal} 份
        </Words>
      </Box>
      {definition.sections.map((section) => (
        <Box key={section.id} className="stack">
          {section.title !== '' && <SectionTitle>{section.title}</SectionTitle>}
          <Card>
            <Box className="stack">
              {section.fields
                .filter((field) => isShown(field, detail.answers as Answers))
                .map((field) => (
                  <Said key={field.id} field={field} detail={detail} definition={definition} />
                ))}
            </Box>
          </Card>
        </Box>
      ))}
      <Words className="note">{definition.archive.remark}</Words>
    </Page>
  );
}

function Said({ field, detail, definition }: { field: FormField; detail: Detail; definition: FormDefinition }) {
  const box = detail.boxes.find((each) => each.field === field.id);
  if (box) return <ServerBox box={box} definition={definition} />;
  const answer = (detail.answers as Answers)[field.id];
  if (!isAnswered(answer)) return <SaidLine short label={field.label} words="没有填" />;
  if (field.type !== 'table') return <SaidLine short label={field.label} words={answerInWords(field, answer)} />;
  return (
    <>
      {(answer as readonly TableRow[]).map((row, index) => (
        <SaidLine key={index} label={`第 ${index + 1} 行`} words={rowInWords(field, row)} />
      ))}
    </>
  );
}

/** 姓名：施志强，性别：男，与户主关系：儿子 */
function rowInWords({ columns }: Extract<FormField, { type: 'table' }>, row: TableRow): string {
  return columns
    .flatMap((column) => {
      const cell = row[column.id];
      if (cell === undefined) return [];
      const option = column.type === 'choice' ? column.options.find(({ code }) => code === cell) : undefined;
      return [`${column.label}：${option?.label ?? cell}`];
    })
    .join('，');
}

export default visitorPage(SheetPage);
